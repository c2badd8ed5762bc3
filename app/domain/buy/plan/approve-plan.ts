import { planApprovals, plans } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import { followNeeds } from '../../ask/need/follow-needs.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { reserve } from '../../treasury/reserve.ts'
import { nextStep, roleFor, signerOf } from './approval-chain.ts'
import { mustBeSound } from './check-plan.ts'
import { findPlan, type PlanFacts } from './find-plan.ts'
import type { SignPlan } from './forms.ts'
import { plan as machine } from './machine.ts'

/** The last signature sets the money apart and tells the needs that they are being bought. */
async function conclude(tx: Tx, ctx: Context, was: PlanFacts) {
  await move(tx, plans, machine, was, 'approve', { approvedAt: ctx.clock.now() })
  await reserve(tx, ctx, was)
  const waiting = was.needs.filter((need) => need.state !== 'in_purchase').map((need) => need.id)
  if (waiting.length > 0) await followNeeds(tx, ctx, waiting, 'purchase')
  const handler = { role: roleFor('handler', was.buyer.kind), partyId: was.buyerId }
  await notify(tx, ctx, handler, 'plan-approved', `/desk/plans/${was.id}`, { plan: was.title })
  if (was.delegation) await tellOfDelegate(tx, ctx, was, was.delegation)
}

/** 街道知情、监委会知情: each plan signed in the street's stead is told to its approver and to who watches the committee. */
async function tellOfDelegate(
  tx: Tx,
  ctx: Context,
  was: PlanFacts,
  { committeeId }: { committeeId: string },
) {
  const words = { plan: was.title }
  const approver = { role: roleFor('approver', was.buyer.kind), partyId: was.buyerId }
  await notify(tx, ctx, approver, 'plan-approved-by-delegate', `/desk/plans/${was.id}`, words)
  const watching = { role: 'supervision_member' as const, partyId: committeeId }
  await notify(tx, ctx, watching, 'plan-approved-by-delegate', `/projects/${was.id}`, words)
}

/** One step of the chain, by a person who has signed nothing of this plan before. */
export const approvePlan = (ctx: Context, { planId, version, opinion }: SignPlan & { planId: string }) =>
  ctx.transact(async (tx) => {
    const at = ctx.clock.now()
    const was = await findPlan(tx, planId, dateOf(at))
    machine.next(was.state, 'approve')
    authorize(ctx.actor, 'plan.approve', was)
    if (version !== was.version) throw new Refusal('conflict', 'plan-changed-meanwhile')
    const step = was.nextStep!
    await mustBeSound(tx, was, dateOf(at))
    await tx
      .insert(planApprovals)
      .values({ planId, version, step, personId: ctx.actor.personId!, opinion, at })
    const next = nextStep(was.chain, [...was.approvals.map((a) => a.step), step])
    if (next === null) await conclude(tx, ctx, was)
    else
      await notify(tx, ctx, signerOf(next, was), 'plan-to-sign', `/desk/plans/${planId}`, { plan: was.title })
    await record(tx, ctx, 'plan.approve', { subject: planId, threadId: planId }, { step, version })
    return { id: planId }
  })
