import { cell, csvOf, yuan } from '../../../csv.ts'
import type { financePage } from '../ledger-page.ts'

type Finance = Pick<Awaited<ReturnType<typeof financePage>>, 'lines' | 'projects'>
type Account = keyof Finance['lines'][number]['balances']
type Words = {
  head: readonly string[]
  projects: string
  lines: string
  price: string
  amount: string
  account: (account: Account) => string
}

/** What stands on every account of every project and every line: one figure a row, noughts left out. */
export function financeCsv({ lines, projects }: Finance, w: Words): string {
  const row = (part: string, name: string, item: string, sum: number) =>
    [...[part, name, item].map(cell), yuan(sum)].join(',')
  const stands = (part: string, name: string, balances: Finance['lines'][number]['balances']) =>
    Object.entries(balances).flatMap(([account, sum]) =>
      sum === 0 ? [] : [row(part, name, w.account(account as Account), sum)],
    )
  const rows = [
    ...projects.flatMap((p) => [
      row(w.projects, p.title, w.price, p.price),
      ...stands(w.projects, p.title, p.balances),
    ]),
    ...lines.flatMap((l) => [
      row(w.lines, `${l.code} ${l.name}`, w.amount, l.amount),
      ...stands(w.lines, `${l.code} ${l.name}`, l.balances),
    ]),
  ]
  return csvOf(w.head, rows)
}
