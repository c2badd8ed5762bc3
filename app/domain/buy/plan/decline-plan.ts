import { plans } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { roleFor } from './approval-chain.ts'
import { voidApprovals } from './edit-plan.ts'
import { findPlan } from './find-plan.ts'
import type { DeclinePlan } from './forms.ts'
import { plan as machine } from './machine.ts'

/** Whoever should sign sends the plan back for changes, or ends it; earlier signatures fall. */
export const declinePlan = (ctx: Context, { planId, how, reason }: DeclinePlan & { planId: string }) =>
  ctx.transact(async (tx) => {
    const was = await findPlan(tx, planId, dateOf(ctx.clock.now()))
    machine.next(was.state, how)
    authorize(ctx.actor, how === 'return' ? 'plan.return' : 'plan.reject', was)
    await move(tx, plans, machine, was, how, { reason })
    await voidApprovals(tx, ctx, planId)
    const to = { role: roleFor('handler', was.buyer.kind), partyId: was.buyerId }
    await notify(tx, ctx, to, `plan-${how}`, `/desk/plans/${planId}`, { plan: was.title, reason })
    await record(tx, ctx, `plan.${how}`, { subject: planId, threadId: planId }, { reason })
    return { id: planId }
  })
