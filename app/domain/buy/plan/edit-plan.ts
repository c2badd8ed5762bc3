import { and, eq, isNull } from 'drizzle-orm'
import { planApprovals, planNeeds, plans } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { balancesOf } from '../../treasury/balances.ts'
import { release } from '../../treasury/reserve.ts'
import { findLine, mustBeReady } from './check-plan.ts'
import { findBuyer } from './draft-plan.ts'
import { findPlan, type PlanFacts } from './find-plan.ts'
import type { DraftPlan } from './forms.ts'
import { plan as machine } from './machine.ts'
import { putLines } from './plan-lines.ts'
import { liveTenderOf, otherWayOf } from './tender-of-plan.ts'
import { writtenPlan } from './written-plan.ts'

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

/** The money a plan had set apart goes back to its line. */
async function giveBack(tx: Tx, ctx: Context, was: PlanFacts) {
  const { reserved } = await balancesOf(tx, { planId: was.id })
  if (reserved > 0) await release(tx, ctx, was, reserved, `plan.release:${was.id}:${was.version}`)
}

async function needsOf(tx: Tx, was: PlanFacts, { needIds, lineId }: DraftPlan) {
  if (await liveTenderOf(tx, was.id)) throw new Refusal('conflict', 'plan-has-tender')
  if (await otherWayOf(tx, was.id)) throw new Refusal('conflict', 'plan-has-tender')
  const { line } = await findLine(tx, lineId)
  if (line.buyerId !== was.buyerId) throw new Refusal('invalid', 'line-of-another-buyer')
  return mustBeReady(tx, needIds, await findBuyer(tx, was.buyerId), was.id)
}

/** Any change makes a new version, voids every signature and gives the reservation back. */
export const editPlan = (ctx: Context, { planId, ...typed }: DraftPlan & { planId: string }) =>
  ctx.transact(async (tx) => {
    const was = await findPlan(tx, planId)
    authorize(ctx.actor, 'plan.edit', was)
    const needs = await needsOf(tx, was, typed)
    const { needIds, ...words } = typed
    const today = dateOf(ctx.clock.now())
    const around = { id: was.id, buyerId: was.buyerId, needs, today, keeps: was.methodId }
    const to = await writtenPlan(tx, words, around)
    await changeNeeds(tx, was, needIds)
    await giveBack(tx, ctx, was)
    await voidApprovals(tx, ctx, planId)
    const version = was.version + 1
    const unsaid = { approvedAt: null, reason: null, directNoticeOn: null, directNoticeUntil: null }
    await move(tx, plans, machine, was, 'edit', { ...to, ...unsaid, version })
    await putLines(tx, planId, words.lines)
    await record(tx, ctx, 'plan.edit', { subject: planId, threadId: planId }, { version })
    return { id: planId }
  })
