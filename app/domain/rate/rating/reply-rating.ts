import { ratings } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { authorize } from '../../policy/index.ts'
import { findRating } from './find-rating.ts'
import type { HideRating, ReplyRating } from './forms.ts'
import { rating } from './machine.ts'

/** 机构回复: once, in public. */
export const replyRating = (ctx: Context, { ratingId, reply }: ReplyRating) =>
  ctx.transact(async (tx) => {
    const was = await findRating(tx, ratingId)
    authorize(ctx.actor, 'rating.reply', was.contract)
    await move(tx, ratings, rating, was, 'reply', {
      reply,
      repliedBy: ctx.actor.personId,
      repliedAt: ctx.clock.now(),
    })
    await record(tx, ctx, 'rating.reply', { subject: was.id, threadId: was.contract.planId })
    return { id: was.id, contractId: was.contractId }
  })

/** 屏蔽: the words and the picture go from public pages with the reason said; the level still counts. */
export const hideRating = (ctx: Context, { ratingId, reason }: HideRating) =>
  ctx.transact(async (tx) => {
    const was = await findRating(tx, ratingId)
    authorize(ctx.actor, 'rating.hide', was.contract)
    await move(tx, ratings, rating, was, 'hide', { hiddenReason: reason })
    await record(tx, ctx, 'rating.hide', { subject: was.id, threadId: was.contract.planId })
    return { id: was.id, contractId: was.contractId }
  })
