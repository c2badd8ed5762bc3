import { cell, csvOf, day, yuan } from '../../csv.ts'
import type { LedgerRow } from './ledger.ts'

type Words = {
  head: readonly string[]
  kind: (kind: LedgerRow['kind']) => string
  account: (account: LedgerRow['postings'][number]['account']) => string
}
/** The ledger as a table any office opens: one posting a row, in 元 with two decimals, UTF-8 with a mark. */
export function ledgerCsv(rows: readonly LedgerRow[], { head, kind, account }: Words): string {
  const lines = rows.flatMap((row) =>
    row.postings.map((p) =>
      [
        cell(day(row.at)),
        cell(kind(row.kind)),
        cell(row.plan ?? ''),
        cell(row.part ?? row.paper?.part ?? ''),
        cell(account(p.account)),
        yuan(p.amount),
        cell(row.payment?.voucherNo ?? row.paper?.voucherNo ?? ''),
        cell(row.payment?.refNo ?? ''),
      ].join(','),
    ),
  )
  return csvOf(head, lines)
}
