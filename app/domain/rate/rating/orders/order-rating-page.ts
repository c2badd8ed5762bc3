import { orderOfFamily } from '../../../buy/framework/find-order.ts'
import type { Context } from '../../../context.ts'
import { dateOf } from '../../../dates.ts'
import { authorize, may } from '../../../policy/index.ts'
import {
  countRatedOrdersOf,
  findOrderRating,
  type OrderFix,
  ratedOrdersOf,
  ratingOfOrder,
} from './find-order-rating.ts'
import { orderFix } from './fix-machine.ts'

const shownFix = (fix: OrderFix | null) =>
  fix && { state: fix.state, dueAt: fix.dueAt, answer: fix.answer, raterWords: fix.raterWords }

/** On the family's page of a confirmed order: the question, or what was said and what became of it; null for everybody else. */
export async function familyRating(ctx: Context, orderId: string) {
  const order = await orderOfFamily(ctx.db, orderId)
  if (order.state !== 'confirmed' || !may(ctx.actor, 'order.rate', order)) return null
  const rated = await ratingOfOrder(ctx.db, orderId)
  const fix = rated?.fix ?? null
  return {
    said: rated && { level: rated.rating.level, words: rated.rating.words },
    fix: shownFix(fix),
    judges: fix !== null && orderFix.open(fix.state).includes('accept'),
  }
}
export type FamilyRating = NonNullable<Awaited<ReturnType<typeof familyRating>>>

const PAGE = 20
/** 订单评价 of the acting body: what was said, of which service and in which month, never by whom. */
export async function providerRatings(ctx: Context, typed = 1) {
  authorize(ctx.actor, 'order.list', {})
  const { partyId } = ctx.actor.seat!
  const n = await countRatedOrdersOf(ctx.db, partyId)
  const pages = Math.max(1, Math.ceil(n / PAGE))
  const page = Math.min(Math.max(1, Math.trunc(typed) || 1), pages)
  const rows = await ratedOrdersOf(ctx.db, partyId, PAGE, (page - 1) * PAGE)
  return {
    ...{ n, page, pages },
    rated: rows.map(({ rating, fix, item, title }) => ({
      ...{ id: rating.id, item, title, level: rating.level, words: rating.words },
      month: dateOf(rating.givenAt).slice(0, 7),
      fix: fix?.state ?? null,
    })),
  }
}

/** One of them, before the body that served and the office that pays. */
export async function oneOrderRating(ctx: Context, id: string) {
  const was = await findOrderRating(ctx.db, id)
  authorize(ctx.actor, 'orderFix.read', was)
  const { rating, fix, item, title, order } = was
  const mayAnswer = fix !== null && orderFix.open(fix.state).includes('answer')
  return {
    ...{ id: rating.id, item, title, level: rating.level, words: rating.words },
    own: ctx.actor.seat?.partyId === order.supplierId,
    month: dateOf(rating.givenAt).slice(0, 7),
    fix: shownFix(fix),
    answers: mayAnswer && may(ctx.actor, 'orderFix.answer', was),
  }
}
