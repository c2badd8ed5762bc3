import { useLoaderData } from '@remix-run/react'
import { Empty } from '#app/components/card.tsx'
import { ContractTag } from '#app/components/deliver/contract-tag.tsx'
import { useFormat } from '#app/components/format.ts'
import { Matters } from '#app/components/matters.tsx'
import { Page } from '#app/components/page.tsx'
import { Road } from '#app/components/road.tsx'
import { titled } from '#app/components/shell/title.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { contractsPage } from '#domain/deliver/contract/list-contracts.ts'

export const handle = titled('work.title')
export const loader = pageLoader((ctx) => contractsPage(ctx))

export default function Work() {
  const t = useT()
  const f = useFormat()
  const { contracts } = useLoaderData<typeof loader>()
  return (
    <Page title={t('work.title')} lead={t('work.lead')}>
      {contracts.length === 0 ? (
        <Empty action={{ to: '/tenders', label: t('work.none.act') }}>{t('work.none')}</Empty>
      ) : (
        <Matters
          matters={contracts.map((c) => ({
            key: c.id,
            kind: <ContractTag state={c.state} />,
            title: c.title,
            to: `/work/${c.id}`,
            left: f.money(c.price),
            say: t('contract.term.text', { from: f.day(c.from), to: f.day(c.to) }),
            road: <Road size="mini" at={c.state === 'completed' ? 'rate' : 'deliver'} here={50} />,
          }))}
        />
      )}
    </Page>
  )
}
