import { type LedgerAccount, ledgerAccounts, outsideAccounts } from '#db/vocabulary.ts'
import { cell, csvOf, yuan } from '../../../csv.ts'
import type { Fen } from '../../../money.ts'
import type { financePage } from '../ledger-page.ts'

type Finance = Pick<Awaited<ReturnType<typeof financePage>>, 'lines' | 'projects'>
type Words = {
  head: readonly string[]
  projects: string
  lines: string
  price: string
  amount: string
  account: (account: LedgerAccount) => string
}

/** What stands on every account of every project and every line: one figure a row, noughts left out; accounts of outside, which stand below nought, are not its own. */
export function financeCsv({ lines, projects }: Finance, w: Words): string {
  const row = (part: string, name: string, item: string, sum: number) =>
    [...[part, name, item].map(cell), yuan(sum)].join(',')
  const stands = (part: string, name: string, balances: Partial<Record<LedgerAccount, Fen>>) =>
    ledgerAccounts.flatMap((account) => {
      const sum = outsideAccounts.includes(account) ? 0 : (balances[account] ?? 0)
      return sum === 0 ? [] : [row(part, name, w.account(account), sum)]
    })
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
