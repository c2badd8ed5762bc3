import { useLoaderData } from '@remix-run/react'
import { Empty } from '#app/components/card.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { TaskList } from '#app/components/task-list.tsx'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { readMyPanels } from '#domain/buy/evaluation/panels-of-person.ts'

export const handle = titled('panel.mine')
export const loader = pageLoader((ctx) => readMyPanels(ctx))

export default function MyPanels() {
  const t = useT()
  const f = useFormat()
  const panels = useLoaderData<typeof loader>()
  return (
    <Page title={t('panel.mine')} lead={t('panel.mine.lead')}>
      {panels.length === 0 ? (
        <Empty>{t('panel.mine.none')}</Empty>
      ) : (
        <TaskList
          tasks={panels.map((p) => ({
            title: p.title,
            to: `/panel/${p.id}`,
            state: t(p.signedAt ? 'panel.state.signed' : `panel.state.${p.state}`),
            kind: p.signedAt ? 'done' : 'wait',
            note: t('panel.mine.at', { no: p.refNo, at: f.dateTime(p.deadline) }),
          }))}
        />
      )}
    </Page>
  )
}
