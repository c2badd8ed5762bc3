import { tenders } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { authorize } from '../../policy/index.ts'
import { seedForCall } from '../evaluation/draw-seed.ts'
import { keyForCall } from '../seal/key-for-call.ts'
import { checkTender } from './check-tender.ts'
import { mustBeReviewed } from './find-reviews.ts'
import { findTender } from './find-tender.ts'
import { tender as machine } from './machine.ts'
import { tellSearchers } from './searches.ts'
import { keepVersion } from './versions.ts'

/** 发布采购公告, by someone who did not write the requirement; proposals are sealed to the tender's own key from here on. */
export const publishTender = (ctx: Context, { tenderId }: { tenderId: string }) =>
  ctx.transact(async (tx) => {
    const was = await findTender(tx, tenderId, dateOf(ctx.clock.now()))
    authorize(ctx.actor, 'tender.publish', was)
    machine.next(was.state, 'publish')
    await checkTender(tx, ctx, was)
    await mustBeReviewed(tx, was, ctx.clock.now())
    const by = ctx.actor.personId!
    const seed = seedForCall(ctx, was)
    await move(tx, tenders, machine, was, 'publish', {
      ...seed,
      ...(await keyForCall(tx, ctx, was)),
      reviewedBy: by,
      publishedBy: by,
      publishedAt: ctx.clock.now(),
      endReason: null,
    })
    await keepVersion(tx, ctx, tenderId)
    await tellSearchers(tx, ctx, tenderId)
    const dates = { deadline: was.deadline.getTime(), questionsClose: was.questionsClose.getTime() }
    const detail = { ...dates, draw: seed.drawCommit }
    await record(tx, ctx, 'tender.publish', { subject: tenderId, threadId: was.planId }, detail)
    return { id: tenderId }
  })
