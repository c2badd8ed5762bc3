import { and, eq, inArray } from 'drizzle-orm'
import {
  contracts,
  frameworks,
  payments,
  settlements,
  settlementVouchers,
  vouchers,
} from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Fen } from '../../money.ts'
import { payeesOf } from '../settlement/payee.ts'

type Subject = {
  buyerId: string
  supplierId: string
  committeeIds: readonly string[]
  centreIds: readonly string[]
  requestedBy: string | null
  checkedBy: string | null
  approvedBy: string | null
}
/** A voucher that went to the bank, and what it pays: a part of a contract, or a month of orders. */
export type SentVoucher = {
  of: 'payment' | 'settlement'
  id: string
  amount: Fen
  payeeName: string
  /** The day printed on it: the bank paid on no day before. */
  dated: string
  /** Whether it still waits for the bank's answer. */
  waits: boolean
  /** The bank's receipt, where a person registered that it paid. */
  receiptNo: string | null
  subject: Subject
}
type Sent = [key: string, voucher: SentVoucher]
const keyOf = ({ year, no }: { year: number; no: string }) => `${year}/${no}`
const nobodyElse = { committeeIds: [], centreIds: [] }

async function ofPayments(db: Reader, buyerId: string, years: number[]): Promise<Sent[]> {
  const rows = await db
    .select({ v: vouchers, p: payments, c: contracts })
    .from(vouchers)
    .innerJoin(payments, eq(payments.id, vouchers.paymentId))
    .innerJoin(contracts, eq(contracts.id, payments.contractId))
    .where(and(eq(contracts.buyerId, buyerId), inArray(vouchers.year, years)))
  return rows.map(({ v, p, c: { supplierId } }) => [
    keyOf(v),
    {
      ...{ of: 'payment', id: p.id, amount: p.amount, payeeName: p.payeeName, dated: v.dated },
      waits: p.state === 'submitted' && v.returnedAt === null,
      receiptNo: v.returnedAt === null ? p.bankReceiptNo : null,
      subject: { ...p, ...nobodyElse, buyerId, supplierId },
    },
  ])
}

async function ofSettlements(db: Reader, buyerId: string, years: number[]): Promise<Sent[]> {
  const v = settlementVouchers
  const rows = await db
    .select({ v, s: settlements })
    .from(v)
    .innerJoin(settlements, eq(settlements.id, v.settlementId))
    .innerJoin(frameworks, eq(frameworks.id, settlements.frameworkId))
    .where(and(eq(frameworks.buyerId, buyerId), inArray(v.year, years)))
  const payees = await payeesOf(
    db,
    rows.map(({ s }) => s.supplierId),
  )
  return rows.map(({ v, s }) => [
    keyOf(v),
    {
      ...{ of: 'settlement', id: s.id, amount: s.amount, dated: v.dated },
      payeeName: payees.get(s.supplierId) ?? '',
      waits: s.state === 'submitted' && v.returnedAt === null,
      receiptNo: v.returnedAt === null ? s.receiptNo : null,
      subject: { ...s, ...nobodyElse, buyerId, requestedBy: s.claimedBy },
    },
  ])
}

/** Every voucher of a buyer in these years, by year and number: a number serves once, whatever it pays. */
export async function sentVouchers(db: Reader, buyerId: string, years: readonly number[]) {
  const asked = years.length > 0 ? [...years] : [0]
  return new Map([...(await ofPayments(db, buyerId, asked)), ...(await ofSettlements(db, buyerId, asked))])
}
