import { useLoaderData } from '@remix-run/react'
import { Empty } from '#app/components/card.tsx'
import { useFormat } from '#app/components/format.ts'
import { Matters } from '#app/components/matters.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { casesPage } from '#domain/deliver/casework/case-page.ts'

export const handle = titled('cases.title')
export const loader = pageLoader((ctx) => casesPage(ctx))

type Row = ReturnType<typeof useLoaderData<typeof loader>>[number]
const Cases = ({ title, rows }: { title: string; rows: readonly Row[] }) => {
  const t = useT()
  const f = useFormat()
  return rows.length === 0 ? null : (
    <Section plain title={title}>
      <Matters
        matters={rows.map(({ id, refNo, label, worker, project, openedAt, state }) => ({
          key: id,
          kind: refNo,
          title: t('cases.row', { label, worker }),
          to: `/cases/${id}`,
          left: t(`case.state.${state}`),
          until: t('cases.since', { on: f.shortDate(openedAt) }),
          say: project,
        }))}
      />
    </Section>
  )
}

export default function CaseFiles() {
  const t = useT()
  const rows = useLoaderData<typeof loader>()
  const own = rows.filter((row) => row.own)
  return (
    <Page back={{ to: '/desk' }} title={t('cases.title')} lead={t('cases.lead')}>
      {rows.length === 0 ? (
        <Empty action={{ to: '/work', label: t('work.title') }}>{t('cases.none')}</Empty>
      ) : null}
      <Cases title={t('cases.open')} rows={own.filter(({ state }) => state === 'open')} />
      <Cases title={t('cases.led')} rows={rows.filter((row) => !row.own)} />
      <Cases title={t('cases.closed')} rows={own.filter(({ state }) => state === 'closed')} />
    </Page>
  )
}
