import { sql } from 'drizzle-orm'
import { check, fen, index, instant, int, key, oneOf, table, text, uniqueIndex } from '../dialect.ts'
import { settlementStates, voucherKinds } from '../vocabulary.ts'
import { frameworkProviders, frameworks } from './framework.ts'
import { parties } from './who.ts'

/** 订单月结: what a provider asks for of a month's confirmed orders, and its way to the voucher. */
export const settlements = table(
  'order_settlement',
  {
    id: key(),
    refNo: text().notNull(),
    frameworkId: text()
      .notNull()
      .references(() => frameworks.id),
    providerId: text()
      .notNull()
      .references(() => frameworkProviders.id),
    supplierId: text()
      .notNull()
      .references(() => parties.id),
    month: text().notNull(),
    orders: int().notNull(),
    people: int().notNull().default(0),
    minutes: int().notNull().default(0),
    amount: fen().notNull(),
    invoiceNo: text().notNull(),
    invoiceHash: text(),
    invoiceFileId: text(),
    accountTail: text().notNull().default(''),
    state: oneOf(settlementStates).notNull(),
    claimedBy: text().notNull(),
    claimedAt: instant().notNull(),
    dueAt: instant(),
    checkedBy: text(),
    checkedAt: instant(),
    approvedBy: text(),
    approvedAt: instant(),
    submittedBy: text(),
    submittedAt: instant(),
    voucherNo: text(),
    receiptNo: text(),
    paidBy: text(),
    paidAt: instant(),
    /** The bank's own day of it, where its list told one. */
    paidOn: text(),
    returnedBy: text(),
    returnedAt: instant(),
    reason: text(),
  },
  (t) => [
    uniqueIndex('order_settlement_ref').on(t.refNo),
    index('order_settlement_provider').on(t.providerId, t.month),
    index('order_settlement_state').on(t.state),
    uniqueIndex('order_settlement_live')
      .on(t.frameworkId, t.supplierId, t.month)
      .where(sql`state <> 'returned'`),
  ],
)
/** 国库支付凭证 of a settlement: every one ever issued; a number serves once, even if the bank sent it back. */
export const settlementVouchers = table(
  'settlement_voucher',
  {
    id: key(),
    settlementId: text()
      .notNull()
      .references(() => settlements.id),
    payerId: text().notNull(),
    year: int().notNull(),
    no: text().notNull(),
    dated: text().notNull(),
    sentOn: text().notNull(),
    kind: oneOf(voucherKinds).notNull(),
    payerTail: text().notNull(),
    accountTail: text().notNull(),
    amount: fen().notNull(),
    scanHash: text().notNull(),
    scanFileId: text().notNull(),
    issuedBy: text().notNull(),
    issuedAt: instant().notNull(),
    returnedAt: instant(),
    returnReason: text(),
  },
  (t) => [
    uniqueIndex('settlement_voucher_once').on(t.year, t.no, t.payerId),
    index('settlement_voucher_of').on(t.settlementId),
    index('settlement_voucher_scan').on(t.scanHash),
    check('settlement_voucher_amount', sql`${t.amount} > 0`),
  ],
)
