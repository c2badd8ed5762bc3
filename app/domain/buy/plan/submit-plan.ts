import { planApprovals, plans } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { nextStep, roleFor } from './approval-chain.ts'
import { mustBeSound } from './check-plan.ts'
import { findPlan } from './find-plan.ts'
import { plan as machine } from './machine.ts'

/** The handler signs first, by sending the plan into its chain of approvals. */
export const submitPlan = (ctx: Context, { planId, opinion }: { planId: string; opinion: string }) =>
  ctx.transact(async (tx) => {
    const was = await findPlan(tx, planId)
    authorize(ctx.actor, 'plan.submit', was)
    const now = ctx.clock.now()
    await mustBeSound(tx, was, dateOf(now))
    await move(tx, plans, machine, was, 'submit', { reason: null })
    const signature = {
      planId,
      version: was.version,
      step: 'handler' as const,
      personId: ctx.actor.personId!,
      opinion,
      at: now,
    }
    await tx.insert(planApprovals).values(signature)
    const next = nextStep(['handler'])
    if (next)
      await notify(
        tx,
        ctx,
        { role: roleFor(next, was.buyer.kind), partyId: was.buyerId },
        'plan-to-sign',
        `/desk/plans/${planId}`,
        {
          plan: was.title,
        },
      )
    await record(tx, ctx, 'plan.submit', { subject: planId, threadId: planId }, { version: was.version })
    return { id: planId }
  })
