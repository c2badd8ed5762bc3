import type { LedgerRow } from './ledger.ts'

type Words = {
  head: readonly string[]
  kind: (kind: LedgerRow['kind']) => string
  account: (account: LedgerRow['postings'][number]['account']) => string
}
/** Nothing in a cell may be taken for a formula by a spreadsheet. */
export const cell = (text: string) =>
  `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
export const day = (at: Date) => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
export const yuan = (fen: number) =>
  `${fen < 0 ? '-' : ''}${Math.floor(Math.abs(fen) / 100)}.${String(Math.abs(fen) % 100).padStart(2, '0')}`

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
  return `\ufeff${[head.map(cell).join(','), ...lines].join('\r\n')}\r\n`
}
