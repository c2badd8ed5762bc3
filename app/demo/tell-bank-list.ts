import { and, asc, eq, isNull } from 'drizzle-orm'
import { contracts, payments, vouchers } from '#db/schema/index.ts'
import { dateOf } from '#domain/dates.ts'
import { bringBankList } from '#domain/deliver/payment/bring-bank-list.ts'
import { inYuan } from '#domain/money.ts'
import type { Story } from './story.ts'

const street = 'S1'
const head = ['年度', '凭证号', '收款人', '金额', '结果', '回单号', '日期', '理由']
const other = ['2026', '1118-901', '云澜市政照明维修队', '2860.00', '已付', 'YH20261118901', '2026-11-18', '']

/** 银行明细: the bank's list of the year so far; every receipt is known here but one, of another bill of the street. */
export async function tellBankList({ store, sit }: Story) {
  const paid = await store.db
    .select({ p: payments, v: vouchers })
    .from(payments)
    .innerJoin(vouchers, and(eq(vouchers.paymentId, payments.id), isNull(vouchers.returnedAt)))
    .innerJoin(contracts, eq(contracts.id, payments.contractId))
    .where(and(eq(contracts.buyerId, street), eq(payments.state, 'paid')))
    .orderBy(asc(payments.paidAt), asc(payments.refNo))
  const lines = paid.map(({ p, v }) => [
    ...[String(v.year), v.no, p.payeeName, inYuan(p.amount).toFixed(2), '已付'],
    ...[p.bankReceiptNo ?? '', p.paidOn ?? dateOf(p.paidAt!), ''],
  ])
  const list = [head, ...lines, other].map((cells) => cells.join('\t')).join('\n')
  await bringBankList(sit('street_finance', street, '2026-11-21 10:30'), Buffer.from(list))
}
