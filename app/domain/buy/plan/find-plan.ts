import { and, eq, isNull } from 'drizzle-orm'
import {
  budgetLines,
  fundPools,
  methods,
  needs,
  parties,
  planApprovals,
  planNeeds,
  plans,
} from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { needWriters } from '../../ask/need/find-need.ts'
import { Refusal } from '../../refusal.ts'
import { writtenBy } from '../../written-by.ts'
import { chainOf, chainWith, nextStep, type Signing } from './approval-chain.ts'
import { signsAbove } from './approval-limit.ts'
import { delegationOf, stillSigns } from './delegation/find-delegation.ts'
import { linesOfPlan } from './plan-lines.ts'

export type Plan = typeof plans.$inferSelect
export type PlanFacts = Awaited<ReturnType<typeof findPlan>>

/** Joins everything a plan stands on: its route, line, pool and buyer. */
export const planRows = (db: Reader) =>
  db
    .select({ plan: plans, method: methods, line: budgetLines, pool: fundPools, buyer: parties })
    .from(plans)
    .innerJoin(methods, eq(methods.id, plans.methodId))
    .innerJoin(budgetLines, eq(budgetLines.id, plans.lineId))
    .innerJoin(fundPools, eq(fundPools.id, budgetLines.poolId))
    .innerJoin(parties, eq(parties.id, plans.buyerId))
    .$dynamic()

export const needsOfPlan = (db: Reader, planId: string) =>
  db
    .select({
      id: needs.id,
      refNo: needs.refNo,
      title: needs.title,
      titleEn: needs.titleEn,
      state: needs.state,
      category: needs.category,
      itemType: needs.itemType,
      catalogueId: needs.catalogueId,
      communityId: needs.communityId,
      committeeId: needs.committeeId,
      streetId: needs.streetId,
      estimate: needs.estimate,
      beneficiaries: needs.beneficiaries,
      draftedBy: needs.draftedBy,
    })
    .from(planNeeds)
    .innerJoin(needs, eq(needs.id, planNeeds.needId))
    .where(eq(planNeeds.planId, planId))
    .orderBy(needs.refNo)

/** The approvals of a plan that still stand. */
export const standingApprovals = (db: Reader, planId: string) =>
  db
    .select()
    .from(planApprovals)
    .where(and(eq(planApprovals.planId, planId), isNull(planApprovals.voidedAt)))
    .orderBy(planApprovals.at)

/** While a plan may still be signed its limit is asked; what was approved before there was one stays as it was. */
const open = new Set<Plan['state']>(['draft', 'in_review', 'returned'])
type Waits = { signed: readonly Signing[]; today: string | undefined }
/** In whose stead a plan is signed to the end: while it waits, as long as that is in force; once signed, for good. */
async function delegationFor(db: Reader, { state, delegationId }: Plan, { signed, today }: Waits) {
  const done = signed.includes('delegate')
  if (state !== 'in_review' && !done) return null
  const found = await delegationOf(db, delegationId)
  if (!found || done) return found
  return (today ? await stillSigns(db, found, today) : found.withdrawnAt === null) ? found : null
}

/** One plan with its needs, route, line, buyer, and who has signed it; whoever asks who signs next says on which day. */
export async function findPlan(db: Reader, id: string, today?: string) {
  const [row] = await planRows(db).where(eq(plans.id, id))
  if (!row) throw new Refusal('missing', 'plan-missing')
  const { plan, ...around } = row
  const approvals = await standingApprovals(db, id)
  const signed: Signing[] = approvals.map((a) => a.step)
  const over = await signsAbove(db, plan, around.buyer)
  const above = signed.includes('above') || open.has(plan.state) ? over : null
  const own = await chainOf(db, plan.buyerId, plan.chainVersion)
  const delegation = await delegationFor(db, plan, { signed, today })
  const chain = chainWith(own, { above: above !== null, delegated: delegation !== null })
  const bought = await needsOfPlan(db, id)
  return {
    ...plan,
    ...around,
    needs: bought,
    lines: await linesOfPlan(db, id),
    approvals,
    chain,
    above,
    aboveId: above?.id ?? null,
    delegation,
    delegateId: delegation?.committeeId ?? null,
    writtenBy: await writtenBy(db, plan, 'plan.edit'),
    /** Asked only where a committee's director signs: he wrote none of the needs. */
    needsBy: delegation ? [...(await needWriters(db, bought)).values()].flat() : [],
    signedBy: approvals.map((a) => a.personId),
    nextStep: plan.state === 'in_review' ? nextStep(chain, signed) : null,
  }
}
