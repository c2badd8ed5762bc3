import { cell, csvOf, day, yuan } from '../../../csv.ts'
import type { PlaceBooks } from './place-books.ts'
import type { IncomeSource, Receipt } from './receipts.ts'

type Words = {
  head: readonly string[]
  income: string
  spent: string
  source: (source: IncomeSource) => string
  kind: (kind: Receipt['kind']) => string
}

/** A place's year as a table any office opens: each entry with its share of this place, beside the whole. */
export function placeCsv({ year, place, entries, incomes }: PlaceBooks, w: Words): string {
  const row = (part: string, one: PlaceBooks['entries'][number]) =>
    [
      String(year),
      ...[place.name, part, w.source(one.source), w.kind(one.kind), one.project, day(one.at), one.no].map(
        cell,
      ),
      yuan(one.amount),
      yuan(one.whole),
    ].join(',')
  const rows = [...incomes.map((one) => row(w.income, one)), ...entries.map((one) => row(w.spent, one))]
  return csvOf(w.head, rows)
}
