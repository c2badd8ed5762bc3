import { cell, csvOf, day, yuan } from '../../csv.ts'
import type { LedgerRow } from './ledger.ts'

type Words = {
  head: readonly string[]
  kind: (kind: LedgerRow['kind']) => string
  account: (account: LedgerRow['postings'][number]['account']) => string
}
/** The number an entry stands under: a payment's, a claim's, a gift's, a work's, else its contract's. */
const numberOf = ({ kind, payment, paper, memo, contractNo }: LedgerRow) =>
  payment?.refNo ?? (kind === 'recovery.register' ? null : (memo ?? paper?.no)) ?? contractNo ?? ''
/** The paper that proves it: a voucher, or the receipt of what came back. */
const voucherOf = ({ kind, payment, paper, memo }: LedgerRow) =>
  payment?.voucherNo ?? paper?.voucherNo ?? (kind === 'recovery.register' ? memo : null) ?? ''

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
        cell(voucherOf(row)),
        cell(numberOf(row)),
      ].join(','),
    ),
  )
  return csvOf(head, lines)
}
