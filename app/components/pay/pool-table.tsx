import { useT } from '#app/i18n/use-t.ts'
import type { budgetPage } from '#domain/treasury/budget-page.ts'
import { useFormat } from '../format.ts'
import { Money } from '../money.tsx'
import { Table } from '../table.tsx'

type Pool = Awaited<ReturnType<typeof budgetPage>>['pools'][number]

/** A pool: when it was approved, what was cut out of it, what is left. */
export const PoolTable = ({ pool }: { pool: Pool }) => {
  const t = useT()
  const f = useFormat()
  return (
    <>
      <p className="small quiet">
        {pool.code} · {pool.year} ·{' '}
        {pool.approvedOn ? t('budget.approved', { date: f.date(pool.approvedOn) }) : t('budget.draft')} ·{' '}
        {pool.rules}
      </p>
      <Table
        caption={t('finance.lines')}
        captionHidden
        columns={[
          { head: t('finance.line') },
          { head: t('budget.buyer') },
          { head: t('finance.amount'), money: true },
        ]}
        rows={[
          ...pool.lines.map((line) => ({
            key: line.id,
            cells: [`${line.code} ${line.name}`, line.buyer, <Money key="amount" fen={line.amount} />],
          })),
          { key: 'left', sum: true, cells: [t('budget.left'), '', <Money key="left" fen={pool.left} />] },
        ]}
      />
    </>
  )
}
