import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { frameworks, orderFixes, orderRatings } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import { type Order, orderOfFamily } from '../../../buy/framework/find-order.ts'
import type { Context } from '../../../context.ts'
import { dateOf, endOf } from '../../../dates.ts'
import { handlerOf } from '../../../deliver/contract/buyer-roles.ts'
import { record } from '../../../journal.ts'
import { notify } from '../../../notify.ts'
import { deadlineOf } from '../../../parameters.ts'
import { authorize } from '../../../policy/index.ts'
import { Refusal } from '../../../refusal.ts'
import { level, said } from '../forms.ts'

/** Five levels are all that is asked of an order; words may be added. */
export const orderRatingForm = z.object({ level, words: said }).strict()
export type RateOrder = z.output<typeof orderRatingForm> & { orderId: string }

async function openFix(tx: Tx, ctx: Context, { frameworkId, supplierId }: Order, ratingId: string) {
  const now = ctx.clock.now()
  const dueAt = endOf(await deadlineOf(tx, ctx.calendar, 'RECTIFY', dateOf(now)))
  const fix = { ratingId, frameworkId, supplierId, state: 'opened' as const, openedAt: now, dueAt }
  await tx.insert(orderFixes).values(fix)
  const [{ title, buyerId } = { title: '', buyerId: '' }] = await tx
    .select({ title: frameworks.title, buyerId: frameworks.buyerId })
    .from(frameworks)
    .where(eq(frameworks.id, frameworkId))
  const link = `/desk/orders/ratings/${ratingId}`
  const tell = [
    { role: 'org_signer' as const, partyId: supplierId },
    { role: 'org_editor' as const, partyId: supplierId },
    { role: await handlerOf(tx, buyerId), partyId: buyerId },
  ]
  for (const seat of tell) await notify(tx, ctx, seat, 'rectification-opened', link, { title })
}

/** 订单评价: the person served or her family, once, when the order is confirmed; two points or fewer open a 整改 in the same breath. */
export const rateOrder = (ctx: Context, { orderId, level: given, words }: RateOrder) =>
  ctx.transact(async (tx) => {
    const order = await orderOfFamily(tx, orderId)
    authorize(ctx.actor, 'order.rate', order)
    if (order.state !== 'confirmed') throw new Refusal('conflict', 'order-not-confirmed')
    const { frameworkId, supplierId } = order
    const by = { givenBy: ctx.actor.personId!, givenAt: ctx.clock.now() }
    const [made] = await tx
      .insert(orderRatings)
      .values({ orderId, frameworkId, supplierId, level: given, words: words || null, ...by })
      .onConflictDoNothing()
      .returning({ id: orderRatings.id })
    if (!made) throw new Refusal('conflict', 'already-rated')
    if (given <= 2) await openFix(tx, ctx, order, made.id)
    await record(tx, ctx, 'order.rate', { subject: made.id }, { level: given })
    return { id: orderId }
  })
