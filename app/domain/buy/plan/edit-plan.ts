import { and, eq, isNull } from 'drizzle-orm'
import { planApprovals, planNeeds, plans } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { balancesOf } from '../../treasury/balances.ts'
import { release } from '../../treasury/reserve.ts'
import { findLine, findMethod, mustBeReady, mustBeShort } from './check-plan.ts'
import { findBuyer } from './draft-plan.ts'
import { findPlan, type PlanFacts } from './find-plan.ts'
import type { DraftPlan } from './forms.ts'
import { plan as machine } from './machine.ts'
import { mustFit } from './routes-for.ts'
import { liveTenderOf } from './tender-of-plan.ts'

/** What was signed no longer stands once the thing signed has changed. */
export const voidApprovals = (tx: Tx, ctx: Context, planId: string) =>
  tx
    .update(planApprovals)
    .set({ voidedAt: ctx.clock.now() })
    .where(and(eq(planApprovals.planId, planId), isNull(planApprovals.voidedAt)))

/** Needs already told that they are being bought stay with their plan. */
async function changeNeeds(tx: Tx, was: PlanFacts, needIds: readonly string[]) {
  const same = was.needs.length === needIds.length && was.needs.every((need) => needIds.includes(need.id))
  if (same) return
  if (was.needs.some((need) => need.state === 'in_purchase'))
    throw new Refusal('conflict', 'plan-needs-fixed')
  await tx.delete(planNeeds).where(eq(planNeeds.planId, was.id))
  await tx.insert(planNeeds).values(needIds.map((needId) => ({ planId: was.id, needId })))
}

/** Any change makes a new version, voids every signature and gives the reservation back. */
export const editPlan = (
  ctx: Context,
  { planId, needIds, individualReason, ...to }: DraftPlan & { planId: string },
) =>
  ctx.transact(async (tx) => {
    const was = await findPlan(tx, planId)
    authorize(ctx.actor, 'plan.edit', was)
    if (await liveTenderOf(tx, planId)) throw new Refusal('conflict', 'plan-has-tender')
    const { line } = await findLine(tx, to.lineId)
    if (line.buyerId !== was.buyerId) throw new Refusal('invalid', 'line-of-another-buyer')
    const needs = await mustBeReady(tx, needIds, await findBuyer(tx, was.buyerId), planId)
    mustFit(await findMethod(tx, to.methodId), to.amount)
    await mustBeShort(tx, to.from, to.to)
    await changeNeeds(tx, was, needIds)
    const { reserved } = await balancesOf(tx, { planId })
    if (reserved > 0) await release(tx, ctx, was, reserved, `plan.release:${planId}:${was.version}`)
    await voidApprovals(tx, ctx, planId)
    const communities = new Set(needs.map((need) => need.communityId))
    await move(tx, plans, machine, was, 'edit', {
      ...to,
      individualReason: individualReason || null,
      communityId: communities.size === 1 ? needs[0]!.communityId : null,
      version: was.version + 1,
      approvedAt: null,
      reason: null,
    })
    await record(tx, ctx, 'plan.edit', { subject: planId, threadId: planId }, { version: was.version + 1 })
    return { id: planId }
  })
