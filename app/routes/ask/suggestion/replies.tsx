import { useLoaderData } from '@remix-run/react'
import { RaisedBy, RepliesOfBodies } from '#app/components/ask/replies-tables.tsx'
import { topicName } from '#app/components/ask/topic.ts'
import { Empty } from '#app/components/card.tsx'
import { Links } from '#app/components/entry.tsx'
import { ExcelLink } from '#app/components/excel-link.tsx'
import { useFormat } from '#app/components/format.ts'
import { Matters } from '#app/components/matters.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { publicLoader } from '#app/http/page-loader.server.ts'
import type { Key } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.ts'
import { readReplies } from '#domain/ask/suggestion/read-replies.ts'

export { publicHeaders as headers } from '#app/http/public-headers.ts'
export const handle = titled('replies.title')
export const loader = publicLoader((ctx, _params, url) => readReplies(ctx, url.searchParams.get('street')))

export default function Replies() {
  const t = useT()
  const f = useFormat()
  const { streets, street, days, source, bodies, overdue, raised } = useLoaderData<typeof loader>()
  return (
    <Page eyebrow={street.name} title={t('replies.title')} lead={t('replies.lead', { days })}>
      {streets.length > 1 ? (
        <Section plain title={t('replies.street')}>
          <Links links={streets.map(({ id, name }) => ({ to: `/replies?street=${id}`, label: name }))} />
        </Section>
      ) : null}
      <Section title={t('replies.overdue')}>
        {overdue.length === 0 ? (
          <Empty>{t('replies.overdue.none')}</Empty>
        ) : (
          <Matters
            matters={overdue.map((s) => ({
              key: s.refNo,
              kind: s.communityName,
              title: topicName(t, s.kind === 'need' && s.category ? `need:${s.category}` : s.kind),
              to: `/suggestions/${s.refNo}`,
              left: s.late === null ? undefined : t('replies.overdue.late', { n: s.late }),
              soon: true,
              until: t('replies.overdue.due', { date: f.short(new Date(s.dueAt.getTime() - 1)) }),
              say: t('replies.overdue.who', {
                body: s.handlerName,
                role: t(`role.${s.handlerRole}` as Key),
              }),
            }))}
          />
        )}
        <p className="small quiet">{t('replies.privacy')}</p>
      </Section>
      <Section title={t('replies.bodies')}>
        <RepliesOfBodies bodies={bodies} />
        <p className="small quiet">{t('replies.source', { source })}</p>
      </Section>
      <Section title={t('replies.raised')}>
        <RaisedBy raised={raised} />
      </Section>
      <ExcelLink to={`/replies.xlsx?street=${street.id}`} />
    </Page>
  )
}
