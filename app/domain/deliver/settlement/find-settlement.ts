import { asc, eq } from 'drizzle-orm'
import { frameworks, parties, plans, settlements, settlementVouchers } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { Refusal } from '../../refusal.ts'

/** One claim with its agreement, its plan's line, its buyer, and what the policy asks about it. */
export async function findSettlement(db: Reader, id: string) {
  const [row] = await db
    .select({
      settlement: settlements,
      framework: frameworks,
      supplier: parties.name,
      lineId: plans.lineId,
      planId: plans.id,
    })
    .from(settlements)
    .innerJoin(frameworks, eq(frameworks.id, settlements.frameworkId))
    .innerJoin(plans, eq(plans.id, frameworks.planId))
    .innerJoin(parties, eq(parties.id, settlements.supplierId))
    .where(eq(settlements.id, id))
  if (!row) throw new Refusal('missing', 'settlement-missing')
  const { settlement, ...around } = row
  const subject = { buyerId: row.framework.buyerId, requestedBy: settlement.claimedBy }
  return { ...settlement, ...around, ...subject, committeeIds: [], centreIds: [] }
}
export type SettlementFacts = Awaited<ReturnType<typeof findSettlement>>

/** Every voucher of a claim, the one that lives last. */
export const vouchersOf = (db: Reader, settlementId: string) =>
  db
    .select()
    .from(settlementVouchers)
    .where(eq(settlementVouchers.settlementId, settlementId))
    .orderBy(asc(settlementVouchers.issuedAt))
