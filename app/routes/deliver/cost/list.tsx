import { useLoaderData } from '@remix-run/react'
import { Empty } from '#app/components/card.tsx'
import { useFormat } from '#app/components/format.ts'
import { Money } from '#app/components/money.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { StreetBenchmarks } from '#app/components/rate/street-benchmarks.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Table } from '#app/components/table.tsx'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { unitCostsPage } from '#domain/deliver/diary/unit-cost.ts'
import { streetBenchmarks } from '#domain/rate/ranking/street-benchmarks.ts'

export const handle = titled('unit-cost.title')
export const loader = pageLoader(async (ctx) => ({
  rows: await unitCostsPage(ctx),
  benchmarks: await streetBenchmarks(ctx),
}))

export default function UnitCosts() {
  const t = useT()
  const f = useFormat()
  const { rows, benchmarks } = useLoaderData<typeof loader>()
  return (
    <Page back={{ to: '/desk/contracts' }} title={t('unit-cost.title')} lead={t('unit-cost.lead')}>
      <StreetBenchmarks benchmarks={benchmarks} />
      <Section title={t('unit-cost.projects')} aside={String(rows.length)}>
        {rows.length === 0 ? (
          <Empty>{t('unit-cost.none')}</Empty>
        ) : (
          <Table
            caption={t('unit-cost.title')}
            captionHidden
            columns={[
              { head: t('contract.matter') },
              { head: t('contract.supplier') },
              { head: t('unit-cost.per-person'), money: true },
              { head: t('unit-cost.people') },
              { head: t('unit-cost.person-times') },
              { head: t('unit-cost.per-time'), money: true },
              { head: t('unit-cost.paid') },
            ]}
            rows={rows.map(({ id, title, supplier, cost }) => ({
              key: id,
              cells: [
                <a key="to" href={`/contracts/${id}`}>
                  {title}
                </a>,
                supplier,
                cost.perPerson === null ? t('unit-cost.unknown') : <Money key="each" fen={cost.perPerson} />,
                t('unit-cost.people.n', { n: f.number(cost.people) }),
                t('diary.person-times.n', { n: cost.personTimes }),
                cost.perTime === null ? t('unit-cost.unknown') : f.money(cost.perTime),
                f.money(cost.paid),
              ],
            }))}
          />
        )}
      </Section>
    </Page>
  )
}
