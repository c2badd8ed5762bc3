import { type Sheet, writeSheets } from '#app/ports/sheet.ts'
import { inYuan } from '#domain/money.ts'
import { paymentNow } from './payment.ts'
import type { Town } from './world.ts'

export type BankRow = {
  year?: string
  no: string
  payee: string
  amount: string
  outcome?: string
  receipt: string
  on?: string
  reason?: string
}
const cells = (r: BankRow) => [
  ...[r.year ?? '2026', r.no, r.payee, r.amount],
  ...[r.outcome ?? '已付', r.receipt, r.on ?? '2026-03-02', r.reason ?? ''],
]
const heads = ['年度', '凭证号', '收款人', '金额', '结果', '回单号', '日期', '理由']
/** A list as the bank gives it, in Excel. */
export const bankSheet = (rows: readonly BankRow[]) => {
  const sheet: Sheet = { name: '明细', columns: heads.map((head) => ({ head })), rows: rows.map(cells) }
  return writeSheets([sheet])
}
/** The same list as text, as it comes back from the page where it was tried. */
export const bankText = (rows: readonly BankRow[]) =>
  Buffer.from([heads, ...rows.map(cells)].map((row) => row.join('\t')).join('\n'))

/** What the bank would say of one payment that is on its way. */
export async function rowFor(town: Town, paymentId: string, receipt: string, more: Partial<BankRow> = {}) {
  const { voucherNo, payeeName, amount } = await paymentNow(town, paymentId)
  return { no: voucherNo!, payee: payeeName, amount: inYuan(amount).toFixed(2), receipt, ...more }
}
