import { useT } from '#app/i18n/use-t.ts'
import type { reconcilePage } from '#domain/deliver/cofund/reconcile-page.ts'
import { useFormat } from '../format.ts'
import { Money } from '../money.tsx'
import { Table } from '../table.tsx'

type Page = Awaited<ReturnType<typeof reconcilePage>>

/** Each night that was compared: how many lines matched, how many did not. */
export const ComparedDays = ({ days }: { days: Page['days'] }) => {
  const t = useT()
  const f = useFormat()
  return (
    <Table
      caption={t('reconcile.days')}
      captionHidden
      columns={[
        { head: t('reconcile.day') },
        { head: t('reconcile.matched') },
        { head: t('reconcile.differing') },
      ]}
      rows={days.map((one) => ({
        key: one.id,
        cells: [f.short(one.day), f.number(one.matched), f.number(one.differing)],
      }))}
    />
  )
}

/** What did not match, by its class, ours beside theirs. */
export const Differences = ({ rows }: { rows: Page['rows'] }) => {
  const t = useT()
  const f = useFormat()
  return (
    <Table
      caption={t('reconcile.rows')}
      captionHidden
      columns={[
        { head: t('reconcile.kind') },
        { head: t('reconcile.day') },
        { head: t('reconcile.key') },
        { head: t('reconcile.ours'), money: true },
        { head: t('reconcile.theirs'), money: true },
      ]}
      rows={rows.map((row) => ({
        key: `${row.day} ${row.kind} ${row.key} ${row.proof}`,
        cells: [
          t(`reconcile.kind.${row.kind}`),
          f.short(row.day),
          <span key="k" className="hash">
            {row.key || row.proof}
          </span>,
          row.ours === null ? '—' : <Money key="o" fen={row.ours} />,
          row.theirs === null ? '—' : <Money key="t" fen={row.theirs} />,
        ],
      }))}
    />
  )
}
