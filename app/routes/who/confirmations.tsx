import { useLoaderData } from '@remix-run/react'
import { Empty } from '#app/components/card.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Table } from '#app/components/table.tsx'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { seatsToConfirm } from '#domain/who/seat/seats-to-confirm.ts'

export const handle = titled('confirm.title')

export const loader = pageLoader(async (ctx) => ({ seats: await seatsToConfirm(ctx) }))

const heads = ['person', 'role', 'party', 'ground'] as const

export default function Confirmations() {
  const t = useT()
  const { seats } = useLoaderData<typeof loader>()
  return (
    <Page title={t('confirm.title')} lead={t('confirm.lead')}>
      {seats.length === 0 ? (
        <Empty>{t('confirm.none')}</Empty>
      ) : (
        <Table
          caption={t('confirm.title')}
          captionHidden
          columns={heads.map((head) => ({ head: t(`seats.${head}`) }))}
          rows={seats.map((s) => ({
            key: s.id,
            cells: [
              <a key={s.id} className="hit" href={`/desk/confirmations/${s.id}`}>
                {s.name}
              </a>,
              t(`role.${s.role}`),
              s.party,
              s.ground,
            ],
          }))}
        />
      )}
    </Page>
  )
}
