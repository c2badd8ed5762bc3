import { useT } from '#app/i18n/use-t.ts'
import type { reconcileMonth } from '#domain/deliver/cofund/reconcile-month.ts'
import { useFormat } from '../format.ts'
import { Money } from '../money.tsx'
import { Table } from '../table.tsx'

type Books = Awaited<ReturnType<typeof reconcileMonth>>['books']

/** What lay with the provider at the month's beginning, what came and went, what lies there at its end. */
export const MonthSums = ({ books }: { books: Books }) => {
  const t = useT()
  const f = useFormat()
  const row = (key: string, what: string, n: number | null, fen: number, sum = false) => ({
    ...{ key, sum },
    cells: [what, n === null ? '' : f.number(n), <Money key="m" fen={fen} />],
  })
  return (
    <Table
      caption={t('reconcile.sums')}
      captionHidden
      columns={[
        { head: t('reconcile.what') },
        { head: t('reconcile.n') },
        { head: t('reconcile.amount'), money: true },
      ]}
      rows={[
        row('before', t('reconcile.before'), null, books.before),
        ...books.kinds.map(({ kind, n, amount }) => row(kind, t(`reconcile.fact.${kind}`), n, amount)),
        row('fee', t('reconcile.fact.fee'), null, books.fee),
        row('after', t('reconcile.after'), null, books.after, true),
      ]}
    />
  )
}
