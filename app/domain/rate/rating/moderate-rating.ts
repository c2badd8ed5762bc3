import { eq } from 'drizzle-orm'
import { ratings, serviceUsers } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { findRating, type RatingFacts } from './find-rating.ts'
import type { HideRating, RestoreRating } from './forms.ts'
import { rating } from './machine.ts'

/** Tells who rated what became of his words, if he has an account. */
async function tellRater(tx: Tx, ctx: Context, was: RatingFacts, message: string) {
  const [user] = await tx.select().from(serviceUsers).where(eq(serviceUsers.id, was.serviceUserId))
  if (!user?.personId) return
  const link = `/rate/of/${was.contractId}`
  await notify(tx, ctx, { personId: user.personId }, message, link, { title: was.contract.title })
}

/** 屏蔽: on a listed ground and with the reason said, the words and the picture go from public pages; the level still counts. */
export const hideRating = (ctx: Context, { ratingId, ground, reason }: HideRating) =>
  ctx.transact(async (tx) => {
    const was = await findRating(tx, ratingId)
    authorize(ctx.actor, 'rating.hide', was.contract)
    await move(tx, ratings, rating, was, 'hide', { hiddenGround: ground, hiddenReason: reason })
    await tellRater(tx, ctx, was, 'rating-hidden')
    for (const partyId of was.contract.committeeIds)
      await notify(
        tx,
        ctx,
        { role: 'supervision_member', partyId },
        'rating-hidden',
        `/desk/ratings/one/${was.id}`,
        {
          title: was.contract.title,
        },
      )
    const about = { subject: was.id, threadId: was.contract.planId }
    await record(tx, ctx, 'rating.hide', about, { ground })
    return { id: was.id, contractId: was.contractId }
  })

/** 恢复: 居务监督 looks at what was hidden, and puts it back where the ground does not hold. */
export const restoreRating = (ctx: Context, { ratingId, reason }: RestoreRating) =>
  ctx.transact(async (tx) => {
    const was = await findRating(tx, ratingId)
    authorize(ctx.actor, 'rating.restore', was.contract)
    await move(tx, ratings, rating, was, 'restore', {
      hiddenGround: null,
      hiddenReason: null,
      restoredReason: reason,
    })
    await tellRater(tx, ctx, was, 'rating-restored')
    await record(tx, ctx, 'rating.restore', { subject: was.id, threadId: was.contract.planId })
    return { id: was.id, contractId: was.contractId }
  })
