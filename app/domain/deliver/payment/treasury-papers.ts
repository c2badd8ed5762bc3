import { and, eq, gte, lte } from 'drizzle-orm'
import type { Booked, FundingFact } from '#app/ports/payments/funding-provider.ts'
import { type Papers, treasuryProvider } from '#app/ports/payments/treasury.ts'
import {
  bankLines,
  contracts,
  frameworks,
  payments,
  settlements,
  settlementVouchers,
  vouchers,
} from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { dateOf, startOf } from '../../dates.ts'
import type { Fen } from '../../money.ts'

const noon = (on: string) => startOf(on).getTime() + 12 * 3_600_000
const factOf = (line: typeof bankLines.$inferSelect): FundingFact => ({
  id: `bank:${line.receiptNo}`,
  kind: line.outcome === 'paid' ? 'released' : 'returned',
  key: `${line.voucherYear}/${line.voucherNo}`,
  amount: line.amount,
  at: noon(line.on),
  proof: line.receiptNo,
  payee: line.payeeName,
  reason: line.reason ?? undefined,
})

/** The lines of the bank's lists that were brought in for one buyer. */
const papersOf = (db: Reader, buyerId: string): Papers => ({
  ofKey: async (key) => {
    const [year, no = ''] = key.split('/')
    const here = and(eq(bankLines.voucherYear, Number(year)), eq(bankLines.voucherNo, no))
    const lines = await db
      .select()
      .from(bankLines)
      .where(and(eq(bankLines.buyerId, buyerId), here))
    return lines.map(factOf)
  },
  between: async (from, to) => {
    const [first, last] = [dateOf(new Date(from)), dateOf(new Date(to))]
    const days = and(gte(bankLines.on, first), lte(bankLines.on, last))
    const lines = await db
      .select()
      .from(bankLines)
      .where(and(eq(bankLines.buyerId, buyerId), days))
    return lines.map(factOf)
  },
})

/** 国库: the provider that is always there, for one buyer. */
export const treasuryOf = (db: Reader, buyerId: string) => treasuryProvider(papersOf(db, buyerId))

type Row = { amount: Fen; proof: string | null; year: number; no: string; returnedAt: Date | null }
const booked = (rows: readonly Row[]): Booked[] =>
  rows
    .filter(({ returnedAt }) => returnedAt === null)
    .map(({ amount, proof, year, no }) => ({
      ...{ kind: 'released' as const, key: `${year}/${no}`, amount, proof: proof ?? '' },
    }))

/** What this buyer's payments, and the months of orders it settled, say was paid, as booked: by voucher and receipt. */
export async function bookedOf(db: Reader, buyerId: string): Promise<Booked[]> {
  const { year, no, returnedAt } = vouchers
  const paid = await db
    .select({ amount: payments.amount, proof: payments.bankReceiptNo, year, no, returnedAt })
    .from(payments)
    .innerJoin(vouchers, eq(vouchers.paymentId, payments.id))
    .innerJoin(contracts, eq(contracts.id, payments.contractId))
    .where(and(eq(contracts.buyerId, buyerId), eq(payments.state, 'paid')))
  const v = settlementVouchers
  const settled = await db
    .select({
      ...{ amount: settlements.amount, proof: settlements.receiptNo },
      ...{ year: v.year, no: v.no, returnedAt: v.returnedAt },
    })
    .from(settlements)
    .innerJoin(v, eq(v.settlementId, settlements.id))
    .innerJoin(frameworks, eq(frameworks.id, settlements.frameworkId))
    .where(and(eq(frameworks.buyerId, buyerId), eq(settlements.state, 'paid')))
  return booked([...paid, ...settled])
}
