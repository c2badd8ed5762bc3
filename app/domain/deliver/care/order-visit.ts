import { careVisits } from '#db/schema/index.ts'
import { findFramework } from '../../buy/framework/find-framework.ts'
import { placeWithin } from '../../buy/framework/place-order.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { hold } from './account.ts'
import { type CareFacts, findCare } from './find-care.ts'
import type { VisitWords } from './forms.ts'

/** What an order takes from the month: minutes where hours are granted, 分 where vouchers are. */
function takenBy(care: CareFacts, item: { minutes: number | null; price: number }, quantity: number) {
  if (care.unit === 'fen') return item.price * quantity
  if (item.minutes === null) throw new Refusal('conflict', 'care-item-without-minutes')
  return item.minutes * quantity
}

/** 预约服务: the person, her family or her community chooses service, provider, day and hour; her month's hours are kept for it. */
export const orderVisit = (ctx: Context, { careId, hour, ...typed }: VisitWords & { careId: string }) =>
  ctx.transact(async (tx) => {
    const care = await findCare(tx, careId)
    authorize(ctx.actor, 'visit.order', care)
    if (care.state !== 'granted') throw new Refusal('conflict', 'care-not-granted')
    const { items } = await findFramework(tx, care.frameworkId)
    const item = items.find(({ id }) => id === typed.itemId)
    if (!item) throw new Refusal('missing', 'order-item-missing')
    const held = takenBy(care, item, typed.quantity)
    const { personId, frameworkId } = care
    const placed = await placeWithin(tx, ctx, { ...typed, personId, frameworkId }, careId)
    const month = typed.wishedOn.slice(0, 7)
    if (
      typed.wishedOn < care.from! ||
      typed.wishedOn > care.to! ||
      month < dateOf(ctx.clock.now()).slice(0, 7)
    )
      throw new Refusal('conflict', 'care-month-not-granted', { month })
    await hold(tx, ctx, care, { month, amount: held, orderId: placed.id })
    const { supplierId } = placed
    await tx.insert(careVisits).values({ orderId: placed.id, careId, supplierId, month, held, hour })
    await record(tx, ctx, 'visit.order', { subject: placed.id })
    return { id: placed.id }
  })
