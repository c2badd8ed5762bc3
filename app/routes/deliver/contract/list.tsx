import { useLoaderData } from '@remix-run/react'
import { ButtonLink } from '#app/components/button.tsx'
import { Empty } from '#app/components/card.tsx'
import { ContractTag } from '#app/components/deliver/contract-tag.tsx'
import { Links } from '#app/components/entry.tsx'
import { useFormat } from '#app/components/format.ts'
import { Money } from '#app/components/money.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Table } from '#app/components/table.tsx'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { contractsPage } from '#domain/deliver/contract/list-contracts.ts'

export const handle = titled('contracts.title')
export const loader = pageLoader((ctx) => contractsPage(ctx))

export default function Contracts() {
  const t = useT()
  const f = useFormat()
  const { toDraw, contracts, costs } = useLoaderData<typeof loader>()
  return (
    <Page title={t('contracts.title')} lead={t('contracts.lead')}>
      {toDraw.length > 0 ? (
        <Section title={t('contracts.to-draw')}>
          <Table
            caption={t('contracts.to-draw')}
            captionHidden
            columns={[
              { head: t('contract.matter') },
              { head: t('contract.supplier') },
              { head: t('contract.price'), money: true },
              { head: t('milestone.act') },
            ]}
            rows={toDraw.map((a) => ({
              key: a.awardId,
              cells: [
                a.title,
                a.supplier,
                <Money key="price" fen={a.price} />,
                <ButtonLink key="act" look="second" to={`/desk/contracts/new/${a.awardId}`}>
                  {t('contract.draw.title')}
                </ButtonLink>,
              ],
            }))}
          />
        </Section>
      ) : null}
      {costs ? <Links links={[{ to: '/desk/unit-costs', label: t('unit-cost.title') }]} /> : null}
      <Section title={t('contracts.all')}>
        {contracts.length === 0 ? (
          <Empty>{t('contracts.none')}</Empty>
        ) : (
          <Table
            caption={t('contracts.all')}
            captionHidden
            columns={[
              { head: t('contract.matter') },
              { head: t('contract.supplier') },
              { head: t('contract.price'), money: true },
              { head: t('contract.term') },
              { head: t('milestone.state') },
            ]}
            rows={contracts.map((c) => ({
              key: c.id,
              cells: [
                <a key="to" href={`/desk/contracts/${c.id}`}>
                  {c.title}
                </a>,
                c.supplier,
                <Money key="price" fen={c.price} />,
                t('contract.term.text', { from: f.day(c.from), to: f.day(c.to) }),
                <ContractTag key="state" state={c.state} />,
              ],
            }))}
          />
        )}
      </Section>
    </Page>
  )
}
