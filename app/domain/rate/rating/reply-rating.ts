import { ratings } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { findRating } from './find-rating.ts'
import type { ReplyRating } from './forms.ts'
import { rating } from './machine.ts'

/** 机构回复: once, in public. */
export const replyRating = (ctx: Context, { ratingId, reply }: ReplyRating) =>
  ctx.transact(async (tx) => {
    const was = await findRating(tx, ratingId)
    authorize(ctx.actor, 'rating.reply', was.contract)
    if (was.reply) throw new Refusal('conflict', 'already-replied')
    await move(tx, ratings, rating, was, 'reply', {
      reply,
      repliedBy: ctx.actor.personId,
      repliedAt: ctx.clock.now(),
    })
    await record(tx, ctx, 'rating.reply', { subject: was.id, threadId: was.contract.planId })
    return { id: was.id, contractId: was.contractId }
  })
