import { and, desc, eq, inArray, isNotNull } from 'drizzle-orm'
import { approvalDelegations, needs, parties, planNeeds, plans } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { planRows } from './find-plan.ts'

/** The plans of some buyers, newest first. */
export const plansOfBuyers = (db: Reader, buyerIds: readonly string[]) =>
  planRows(db)
    .where(inArray(plans.buyerId, [...buyerIds]))
    .orderBy(desc(plans.createdAt), desc(plans.refNo))

/** Plans that wait for the director of a committee in the street's stead. */
export const plansDelegatedTo = (db: Reader, committeeId: string) =>
  planRows(db)
    .innerJoin(approvalDelegations, eq(approvalDelegations.id, plans.delegationId))
    .where(and(eq(approvalDelegations.committeeId, committeeId), eq(plans.state, 'in_review')))
    .orderBy(desc(plans.createdAt), desc(plans.refNo))

/** Needs a buyer may plan for: taken on (accepted or selected) and in no live plan. */
export async function needsToPlan(db: Reader, buyerId: string) {
  const [buyer] = await db.select({ kind: parties.kind }).from(parties).where(eq(parties.id, buyerId))
  const ready = await db
    .select()
    .from(needs)
    .where(inArray(needs.state, ['accepted', 'selected']))
    .orderBy(needs.refNo)
  const taken = await db
    .select({ needId: planNeeds.needId, state: plans.state })
    .from(planNeeds)
    .innerJoin(plans, eq(plans.id, planNeeds.planId))
  const busy = new Set(taken.filter((t) => t.state !== 'rejected').map((t) => t.needId))
  return ready.filter((n) => !busy.has(n.id) && (buyer?.kind === 'district_office' || n.streetId === buyerId))
}

/** 采购意向: announced, and not yet put to the market. */
export const announcedIntentions = (db: Reader) =>
  planRows(db).where(isNotNull(plans.intentionOn)).orderBy(desc(plans.intentionOn), desc(plans.refNo))
