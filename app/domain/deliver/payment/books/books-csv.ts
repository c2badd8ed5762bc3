import { costKinds, giftSteps } from '#db/vocabulary.ts'
import { cell, csvOf, day, yuan } from '../../../csv.ts'
import type { OrgBooks } from './org-books.ts'
import type { IncomeSource, Receipt } from './receipts.ts'

export type BookPart = 'income' | 'gifts' | 'costs' | 'declared'
type Words = {
  head: readonly string[]
  part: (part: BookPart) => string
  source: (source: IncomeSource) => string
  kind: (kind: Receipt['kind']) => string
  gift: (step: (typeof giftSteps)[number]) => string
  cost: (kind: (typeof costKinds)[number] | 'project') => string
  declared: (kind: 'otherIncome' | 'otherGifts' | 'giftsSpent') => string
}

/** The year's books as a table any office opens: each entry of the ledger, each gift, each cost, one figure a row. */
export function booksCsv({ year, receipts, gifts, projects, statement }: OrgBooks, w: Words): string {
  const row = (part: BookPart, of: string, what: string, at: string, no: string, amount: number) =>
    [String(year), ...[w.part(part), of, what, at, no].map(cell), yuan(amount)].join(',')
  const income = receipts.map((r) =>
    row('income', w.source(r.source), `${w.kind(r.kind)} ${r.project}`, day(r.at), r.no, r.amount),
  )
  const given = gifts.flatMap((g) =>
    giftSteps.map((step) => row('gifts', w.gift(step), g.title, '', '', g[step])),
  )
  const spent = projects.flatMap((p) =>
    p.spent === null ? [] : [row('costs', w.cost('project'), p.title, '', '', p.spent)],
  )
  const filed = statement
    ? [
        ...costKinds.map((kind) => row('costs', w.cost(kind), '', '', '', statement[kind])),
        ...(['otherIncome', 'otherGifts', 'giftsSpent'] as const).map((kind) =>
          row('declared', w.declared(kind), '', '', '', statement[kind]),
        ),
      ]
    : []
  return csvOf(w.head, [...income, ...given, ...spent, ...filed])
}
