import { eq } from 'drizzle-orm'
import { rectifications, serviceUsers } from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf, endOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { deadlineOf } from '../../parameters.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { findRating, type RatingFacts, raterOf, ratingByToken } from './find-rating.ts'
import type { AnswerRectification, JudgeRectification } from './forms.ts'
import { rectification } from './rectification-machine.ts'

async function findRectification(db: Reader, id: string) {
  const [found] = await db.select().from(rectifications).where(eq(rectifications.id, id))
  if (!found) throw new Refusal('missing', 'rectification-missing')
  return { ...found, rating: await findRating(db, found.ratingId) }
}

/** Whoever rated hears of the answer, and the clerk who may have to read it to him. */
async function tellRater(tx: Tx, ctx: Context, { contract, serviceUserId, id }: RatingFacts) {
  const say = { title: contract.title }
  const [user] = await tx.select().from(serviceUsers).where(eq(serviceUsers.id, serviceUserId))
  if (user?.personId) {
    const { personId } = user
    await notify(tx, ctx, { personId }, 'rectification-answered', `/rate/of/${contract.id}`, say)
  }
  const desk = `/desk/ratings/one/${id}`
  for (const partyId of contract.committeeIds)
    await notify(tx, ctx, { role: 'committee_clerk', partyId }, 'rectification-answered', desk, say)
}

/** 整改答复: what was done about it, for everyone to read. */
export const answerRectification = (ctx: Context, { rectificationId, answer }: AnswerRectification) =>
  ctx.transact(async (tx) => {
    const was = await findRectification(tx, rectificationId)
    const { contract, id } = was.rating
    authorize(ctx.actor, 'rectification.answer', contract)
    await move(tx, rectifications, rectification, was, 'answer', {
      answer,
      answeredBy: ctx.actor.personId,
      answeredAt: ctx.clock.now(),
    })
    await record(tx, ctx, 'rectification.answer', { subject: was.id, threadId: contract.planId })
    await tellRater(tx, ctx, was.rating)
    return { id: was.id, ratingId: id, contractId: contract.id }
  })

/** Whom the actor speaks as: himself, if the rating is his by link or by sign-in; null for a clerk who helps. */
async function speakerOf(tx: Tx, ctx: Context, rating: RatingFacts, token: string | undefined) {
  if (token !== undefined)
    return (await ratingByToken(tx, token)).id === rating.id ? rating.serviceUserId : null
  const me = await raterOf(tx, ctx.actor, rating.contractId)
  return me?.id === rating.serviceUserId ? me.id : null
}

type Judged = JudgeRectification['judged']
async function tellSupplier(tx: Tx, ctx: Context, { id, contract }: RatingFacts, judged: Judged) {
  const message = `rectification-${judged === 'accept' ? 'accepted' : 'reopened'}`
  const say = { title: contract.title }
  for (const role of ['org_signer', 'org_editor'] as const)
    await notify(tx, ctx, { role, partyId: contract.supplierId }, message, `/desk/ratings/one/${id}`, say)
}

/** 评价人认可或要求再改: a reopened one gets a new deadline. */
export const judgeRectification = (
  ctx: Context,
  { rectificationId, judged, words, token }: JudgeRectification,
) =>
  ctx.transact(async (tx) => {
    const was = await findRectification(tx, rectificationId)
    const { contract } = was.rating
    const servedId = await speakerOf(tx, ctx, was.rating, token)
    authorize(ctx.actor, `rectification.${judged}`, { ...contract, servedId })
    const now = ctx.clock.now()
    await move(tx, rectifications, rectification, was, judged, {
      raterWords: words || null,
      ...(judged === 'accept'
        ? { closedAt: now }
        : { dueAt: endOf(await deadlineOf(tx, ctx.calendar, 'RECTIFY', dateOf(now))) }),
    })
    await record(
      tx,
      ctx,
      `rectification.${judged}`,
      { subject: was.id, threadId: contract.planId },
      { helped: servedId === null },
    )
    await tellSupplier(tx, ctx, was.rating, judged)
    return { id: was.id, ratingId: was.rating.id, contractId: contract.id }
  })
