import { useLoaderData } from '@remix-run/react'
import { topicName } from '#app/components/ask/topic.ts'
import { Empty } from '#app/components/card.tsx'
import { Countdown } from '#app/components/countdown.tsx'
import { Due } from '#app/components/due.tsx'
import { ExcelLink } from '#app/components/excel-link.tsx'
import { useFormat } from '#app/components/format.ts'
import { Matters } from '#app/components/matters.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { Pagination } from '#app/components/pagination.tsx'
import { Rows } from '#app/components/rows.tsx'
import { titled } from '#app/components/shell/title.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { readWaiting } from '#domain/ask/suggestion/read-for-answer.ts'

export const handle = titled('suggestions.title')
export const loader = pageLoader((ctx, _, url) => readWaiting(ctx, Number(url.searchParams.get('page')) || 1))

export default function Suggestions() {
  const t = useT()
  const f = useFormat()
  const { late, waiting, answered, page, pages, source, entersBurden } = useLoaderData<typeof loader>()
  const rows = (asks: typeof waiting) =>
    asks.map((s) => ({
      key: s.refNo,
      title: t('suggestion.do', { title: s.title }),
      to: `/desk/suggestions/${s.refNo}`,
      of: [
        topicName(t, s.kind === 'need' && s.category ? `need:${s.category}` : s.kind),
        s.communityName,
        s.refNo,
      ].join(t('ask.comma')),
      due: s.clock ? (
        <Countdown clock={s.clock} />
      ) : (
        <Due on={new Date(s.dueAt.getTime() - 1)} left={s.left ?? undefined} mark="local" article={source} />
      ),
      action: { to: `/desk/suggestions/${s.refNo}`, label: t('desk.go') },
    }))
  return (
    <Page
      back={{ to: '/desk' }}
      title={t('suggestions.title')}
      lead={t('suggestions.lead', { n: late.length + waiting.length, late: late.length })}
    >
      {late.length > 0 ? (
        <Section plain title={t('suggestions.late')}>
          <Rows overdue rows={rows(late)} />
        </Section>
      ) : null}
      {waiting.length > 0 ? (
        <Section plain title={t('suggestions.waiting')}>
          <Rows rows={rows(waiting)} />
        </Section>
      ) : null}
      {late.length + waiting.length === 0 ? <Empty>{t('suggestions.none')}</Empty> : null}
      {answered.length > 0 ? (
        <Section title={t('suggestions.answered')}>
          <Matters
            matters={answered.map((s) => ({
              key: s.refNo,
              kind: t(`suggestion.state.${s.state}`),
              title: s.title,
              to: `/desk/suggestions/${s.refNo}`,
              until: s.repliedAt ? f.day(s.repliedAt) : undefined,
              say: s.reply,
            }))}
          />
          <Pagination page={page} pages={pages} to={(n) => `/desk/suggestions?page=${n}`} />
        </Section>
      ) : null}
      {entersBurden ? (
        <a className="hit" href="/desk/burden">
          {t('burden.desk.title')}
        </a>
      ) : null}
      <ExcelLink to="/desk/suggestions.xlsx" />
    </Page>
  )
}
