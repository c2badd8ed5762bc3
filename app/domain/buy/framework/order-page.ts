import type { Context } from '../../context.ts'
import { type Countdown, countdown } from '../../countdown.ts'
import { dateOf } from '../../dates.ts'
import { authorize, may } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import {
  countOrdersOfSupplier,
  findOrder,
  type OrderFacts,
  ordersFor,
  ordersOfSupplier,
} from './find-order.ts'
import { kinOf } from './kinship.ts'
import { order as machine } from './order-machine.ts'

/** What is waited for: the provider's word, or the family's. */
async function clockOf(ctx: Context, { state, placedAt, doneAt }: OrderFacts): Promise<Countdown | null> {
  if (state === 'placed') return countdown(ctx.db, ctx, 'ORDER_ACCEPT', dateOf(placedAt))
  return state === 'done' && doneAt ? countdown(ctx.db, ctx, 'ORDER_CONFIRM', dateOf(doneAt)) : null
}

/** What this reader may do with it now. */
const actsOf = (ctx: Context, order: OrderFacts) =>
  order.careId ? [] : machine.open(order.state).filter((how) => may(ctx.actor, `order.${how}`, order))

const factsOf = (o: OrderFacts) => ({
  ...{ id: o.id, refNo: o.refNo, state: o.state, quantity: o.quantity, amount: o.amount },
  ...{ wishedOn: o.wishedOn, doneOn: o.doneOn, placedAt: o.placedAt, reason: o.reason },
})

/** One order, to the family and to the provider; the words only to those two. */
export async function orderPage(ctx: Context, orderId: string) {
  const order = await findOrder(ctx.db, orderId)
  authorize(ctx.actor, 'order.read', order)
  const acts = actsOf(ctx, order)
  return {
    order: factsOf(order),
    item: {
      name: order.item.name,
      unit: order.item.unit,
      quality: order.item.quality,
      price: order.item.price,
    },
    framework: { id: order.framework.id, title: order.framework.title },
    supplier: order.supplier,
    person: order.person,
    words: order.wordsSealed ? ctx.vault.open('order', order.wordsSealed) : null,
    clock: await clockOf(ctx, order),
    today: dateOf(ctx.clock.now()),
    visit: order.careId ? `/care/visits/${order.id}` : null,
    acts,
  }
}

type Row = Awaited<ReturnType<typeof ordersFor>>[number]
const shown = ({ order, item, supplier, person }: Row) => ({
  ...{ id: order.id, refNo: order.refNo, state: order.state, wishedOn: order.wishedOn, amount: order.amount },
  ...{ to: order.careId ? `/care/visits/${order.id}` : `/orders/${order.id}` },
  ...{ item: item.name, quantity: order.quantity, unit: item.unit, supplier, person },
})

/** One's own orders and those of whom one acts for. */
export async function myOrders(ctx: Context) {
  const { personId } = ctx.actor
  if (!personId) throw new Refusal('forbidden', 'sign-in-first')
  const family = await kinOf(ctx.db, personId)
  const rows = await ordersFor(ctx.db, [personId, ...family.map((k) => k.personId)])
  return { orders: rows.map(shown), family }
}

const PAGE = 50

/** A page of the orders a provider was chosen for. */
export async function providerOrders(ctx: Context, typed = 1) {
  authorize(ctx.actor, 'order.list', {})
  const { partyId } = ctx.actor.seat!
  const pages = Math.max(1, Math.ceil((await countOrdersOfSupplier(ctx.db, partyId)) / PAGE))
  const page = Math.min(Math.max(1, Math.trunc(typed) || 1), pages)
  const rows = await ordersOfSupplier(ctx.db, partyId, PAGE, (page - 1) * PAGE)
  return { page, pages, orders: rows.map(shown) }
}
