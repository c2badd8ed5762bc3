import { asc, eq } from 'drizzle-orm'
import { needs, parties, planNeeds, plans } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { Refusal } from '../../refusal.ts'
import { restsUntil } from './account-rest.ts'
import { findPayment, type PaymentFacts } from './find-payment.ts'
import { clockOf, latenessOf } from './payment-clock.ts'
import { printedOf, sentAt } from './voucher-shown.ts'

const nameOf = async (db: Reader, partyId: string) => {
  const [party] = await db.select({ name: parties.name }).from(parties).where(eq(parties.id, partyId))
  return party?.name ?? ''
}
const planOf = async (db: Reader, planId: string) => {
  const [plan] = await db
    .select({ id: plans.id, title: plans.title, refNo: plans.refNo })
    .from(plans)
    .where(eq(plans.id, planId))
  return plan!
}
const needsOf = (db: Reader, planId: string) =>
  db
    .select({ id: needs.id, refNo: needs.refNo, title: needs.title })
    .from(planNeeds)
    .innerJoin(needs, eq(needs.id, planNeeds.needId))
    .where(eq(planNeeds.planId, planId))
    .orderBy(asc(needs.refNo))
const partOf = ({ milestone: { title, gate, acceptedAt, price } }: PaymentFacts) => ({
  title,
  gate,
  acceptedAt,
  price,
})

/** 一笔款: one payment for everyone, down to its voucher, and back to the needs it began with. No person by name. */
export async function publicPayment(db: Reader, paymentId: string, today: string) {
  const p = await findPayment(db, paymentId)
  const { id: contractId, refNo: contractNo, price, publishedAt, planId, supplierId, buyerId } = p.contract
  if (!publishedAt) throw new Refusal('missing', 'payment-missing')
  const { id, refNo, amount, state, payeeName, requestedAt, checkedAt, approvedAt, paidAt } = p
  return {
    ...{ id, refNo, amount, state, payeeName },
    ...{ requestedAt, checkedAt, approvedAt, submittedAt: sentAt(p), paidAt, rests: restsUntil(p) },
    due: await clockOf(db, p),
    late: await latenessOf(db, p, today),
    reason: p.reason,
    receiptNo: p.bankReceiptNo,
    online: p.provider !== null,
    vouchers: p.vouchers.map(printedOf),
    part: partOf(p),
    contract: { id: contractId, refNo: contractNo, price, publishedAt },
    supplierId,
    supplier: await nameOf(db, supplierId),
    buyer: await nameOf(db, buyerId),
    plan: await planOf(db, planId),
    needs: await needsOf(db, planId),
  }
}
export type PublicPayment = Awaited<ReturnType<typeof publicPayment>>
