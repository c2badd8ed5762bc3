import { eq } from 'drizzle-orm'
import { plans } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { findPlan } from './find-plan.ts'

/** 采购意向公开 (财库〔2020〕10号): tells the market what will be bought; possible before the budget is approved. */
export const announceIntention = (ctx: Context, { planId }: { planId: string }) =>
  ctx.transact(async (tx) => {
    const was = await findPlan(tx, planId)
    authorize(ctx.actor, 'plan.announce', was)
    if (was.intentionOn) throw new Refusal('conflict', 'intention-already-public')
    if (was.state === 'rejected') throw new Refusal('conflict', 'plan-rejected')
    const on = dateOf(ctx.clock.now())
    await tx.update(plans).set({ intentionOn: on }).where(eq(plans.id, planId))
    await record(tx, ctx, 'plan.announce', { subject: planId, threadId: planId }, { on })
    return { id: planId }
  })
