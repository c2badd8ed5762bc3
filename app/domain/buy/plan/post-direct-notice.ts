import { eq } from 'drizzle-orm'
import { plans } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { deadlineOf } from '../../parameters.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { asksNotice } from './find-objections.ts'
import { findPlan } from './find-plan.ts'

/** 单一来源公示: tells everybody that one supplier is meant, with the ground, for its days (财政部令第74号 第三十八条). */
export const postDirectNotice = (ctx: Context, { planId }: { planId: string }) =>
  ctx.transact(async (tx) => {
    const was = await findPlan(tx, planId)
    authorize(ctx.actor, 'plan.post_notice', was)
    if (was.state !== 'approved') throw new Refusal('conflict', 'plan-not-approved')
    if (!was.method.direct) throw new Refusal('conflict', 'direct-not-direct')
    if (!asksNotice(was)) throw new Refusal('conflict', 'direct-notice-needless')
    if (was.directNoticeOn) throw new Refusal('conflict', 'direct-notice-already')
    const on = dateOf(ctx.clock.now())
    const until = await deadlineOf(tx, ctx.calendar, 'DIRECT_NOTICE', on)
    await tx.update(plans).set({ directNoticeOn: on, directNoticeUntil: until }).where(eq(plans.id, planId))
    await record(tx, ctx, 'plan.post_notice', { subject: planId, threadId: planId }, { on, until })
    return { id: planId }
  })
