import { asc, eq } from 'drizzle-orm'
import { parties, payments, vouchers } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { Refusal } from '../../refusal.ts'
import type { ContractFacts } from '../contract/find-contract.ts'
import { findMilestone, type MilestoneFacts } from '../milestone/find-milestone.ts'

export type Payment = typeof payments.$inferSelect
export type Voucher = typeof vouchers.$inferSelect
export type PaymentFacts = Payment & {
  milestone: MilestoneFacts
  contract: ContractFacts
  /** Every voucher issued for it: what the bank returned, then the one that lives. */
  vouchers: Voucher[]
}

/** One payment with its milestone, its contract and its vouchers. */
export async function findPayment(db: Reader, id: string): Promise<PaymentFacts> {
  const [found] = await db.select().from(payments).where(eq(payments.id, id))
  if (!found) throw new Refusal('missing', 'payment-missing')
  const milestone = await findMilestone(db, found.milestoneId)
  const issued = await db
    .select()
    .from(vouchers)
    .where(eq(vouchers.paymentId, id))
    .orderBy(asc(vouchers.issuedAt), asc(vouchers.id))
  const liveLast = [...issued.filter((v) => v.returnedAt), ...issued.filter((v) => !v.returnedAt)]
  return { ...found, milestone, contract: milestone.contract, vouchers: liveLast }
}

/** What the policy asks about a payment. */
export const subjectOf = ({ contract, requestedBy, checkedBy, approvedBy }: PaymentFacts) => ({
  buyerId: contract.buyerId,
  supplierId: contract.supplierId,
  committeeIds: contract.committeeIds,
  centreIds: contract.centreIds,
  requestedBy,
  checkedBy,
  approvedBy,
})

/** 收款人: the organisation itself, or the custodian that holds a group's or a person's money. */
export async function payeeOf(db: Reader, contract: { payeeId: string | null; supplierId: string }) {
  const [payee] = await db
    .select({ id: parties.id, name: parties.name })
    .from(parties)
    .where(eq(parties.id, contract.payeeId ?? contract.supplierId))
  if (!payee) throw new Refusal('missing', 'payee-missing')
  return payee
}
