import { eq } from 'drizzle-orm'
import { needs, parties, planNeeds, plans } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { Refusal } from '../../refusal.ts'
import { findPayment } from './find-payment.ts'
import { clockOf, latenessOf } from './payment-clock.ts'
import { printedOf } from './voucher-shown.ts'

/** 一笔款: one payment for everyone, down to its voucher, and back to the needs it began with. No person by name. */
export async function publicPayment(db: Reader, paymentId: string, today: string) {
  const p = await findPayment(db, paymentId)
  if (!p.contract.publishedAt) throw new Refusal('missing', 'payment-missing')
  const [plan] = await db.select().from(plans).where(eq(plans.id, p.contract.planId))
  const [supplier] = await db
    .select({ name: parties.name })
    .from(parties)
    .where(eq(parties.id, p.contract.supplierId))
  const [buyer] = await db
    .select({ name: parties.name })
    .from(parties)
    .where(eq(parties.id, p.contract.buyerId))
  const asked = await db
    .select({ id: needs.id, refNo: needs.refNo, title: needs.title })
    .from(planNeeds)
    .innerJoin(needs, eq(needs.id, planNeeds.needId))
    .where(eq(planNeeds.planId, p.contract.planId))
  const { id, refNo, amount, state, payeeName, requestedAt, checkedAt, approvedAt, submittedAt, paidAt } = p
  return {
    id,
    refNo,
    amount,
    state,
    payeeName,
    requestedAt,
    checkedAt,
    approvedAt,
    submittedAt,
    paidAt,
    due: await clockOf(db, p),
    late: await latenessOf(db, p, today),
    reason: p.reason,
    receiptNo: p.bankReceiptNo,
    vouchers: p.vouchers.map(printedOf),
    part: {
      title: p.milestone.title,
      gate: p.milestone.gate,
      acceptedAt: p.milestone.acceptedAt,
      price: p.milestone.price,
    },
    contract: {
      id: p.contract.id,
      refNo: p.contract.refNo,
      price: p.contract.price,
      publishedAt: p.contract.publishedAt,
    },
    supplierId: p.contract.supplierId,
    supplier: supplier?.name ?? '',
    buyer: buyer?.name ?? '',
    plan: { id: plan!.id, title: plan!.title, refNo: plan!.refNo },
    needs: asked,
  }
}
export type PublicPayment = Awaited<ReturnType<typeof publicPayment>>
