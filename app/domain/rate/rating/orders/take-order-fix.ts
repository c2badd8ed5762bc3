import { orderFixes } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../../context.ts'
import { dateOf, endOf } from '../../../dates.ts'
import { record } from '../../../journal.ts'
import { move } from '../../../move.ts'
import { notify } from '../../../notify.ts'
import { deadlineOf } from '../../../parameters.ts'
import { authorize } from '../../../policy/index.ts'
import { Refusal } from '../../../refusal.ts'
import type { AnswerRectification, JudgeRectification } from '../forms.ts'
import { findOrderRating, type RatedOrder, ratingOfOrder } from './find-order-rating.ts'
import { orderFix } from './fix-machine.ts'

function fixOf(was: RatedOrder | null) {
  if (!was?.fix) throw new Refusal('missing', 'rectification-missing')
  return { ...was, fix: was.fix }
}

type Answer = Pick<AnswerRectification, 'answer'> & { orderRatingId: string }
/** 整改答复: what was done about it, for everyone to read; the family hears of it. */
export const answerOrderFix = (ctx: Context, { orderRatingId, answer }: Answer) =>
  ctx.transact(async (tx) => {
    const was = fixOf(await findOrderRating(tx, orderRatingId))
    authorize(ctx.actor, 'orderFix.answer', was)
    const by = { answeredBy: ctx.actor.personId, answeredAt: ctx.clock.now() }
    await move(tx, orderFixes, orderFix, was.fix, 'answer', { answer, ...by })
    for (const personId of new Set([was.personId, was.rating.givenBy]))
      await notify(tx, ctx, { personId }, 'rectification-answered', `/orders/${was.order.id}`, {
        title: was.title,
      })
    await record(tx, ctx, 'orderFix.answer', { subject: was.fix.id })
    return { id: orderRatingId }
  })

type Judge = Pick<JudgeRectification, 'judged' | 'words'> & { orderId: string }
async function tellProvider(tx: Tx, ctx: Context, was: RatedOrder, judged: Judge['judged']) {
  const message = `rectification-${judged === 'accept' ? 'accepted' : 'reopened'}`
  const link = `/desk/orders/ratings/${was.rating.id}`
  for (const role of ['org_signer', 'org_editor'] as const)
    await notify(tx, ctx, { role, partyId: was.supplierId }, message, link, { title: was.title })
}

/** 改好了吗: the family's word; what is reopened gets a new deadline. */
export const judgeOrderFix = (ctx: Context, { orderId, judged, words }: Judge) =>
  ctx.transact(async (tx) => {
    const was = fixOf(await ratingOfOrder(tx, orderId))
    authorize(ctx.actor, `orderFix.${judged}`, was)
    const now = ctx.clock.now()
    const then =
      judged === 'accept'
        ? { closedAt: now }
        : { dueAt: endOf(await deadlineOf(tx, ctx.calendar, 'RECTIFY', dateOf(now))) }
    await move(tx, orderFixes, orderFix, was.fix, judged, { raterWords: words || null, ...then })
    await tellProvider(tx, ctx, was, judged)
    await record(tx, ctx, `orderFix.${judged}`, { subject: was.fix.id })
    return { id: orderId }
  })
