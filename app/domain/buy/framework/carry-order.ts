import { orders } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { type Order, orderBy, orderOfFamily } from './find-order.ts'
import { order as machine } from './order-machine.ts'

type Move = keyof typeof machine.moves & string
const link = (was: Order) => (was.careId ? `/care/visits/${was.id}` : `/orders/${was.id}`)

/** Tells whoever ordered, and whom it is for; never what it is. */
export async function tellFamily(tx: Tx, ctx: Context, was: Order, how: string) {
  for (const personId of new Set([was.personId, was.placedBy]))
    await notify(tx, ctx, { personId }, `order-${how}`, link(was), { no: was.refNo })
}
export const tellProvider = (tx: Tx, ctx: Context, was: Order, how: string) =>
  notify(tx, ctx, { role: 'org_editor', partyId: was.supplierId }, `order-${how}`, link(was), {
    no: was.refNo,
  })

type Doing = {
  how: Move
  change?: Partial<typeof orders.$inferInsert>
  tells: typeof tellFamily
  reason?: string
}
/** Moves an order inside a transaction of whoever may, and tells the other side. */
export async function carryWithin(tx: Tx, ctx: Context, was: Order, { how, change, tells }: Doing) {
  await move(tx, orders, machine, was, how, change)
  await tells(tx, ctx, was, how)
}
async function carry(tx: Tx, ctx: Context, was: Order, doing: Doing) {
  if (was.careId) throw new Refusal('conflict', 'order-has-a-visit')
  await carryWithin(tx, ctx, was, doing)
  const { how, reason } = doing
  await record(tx, ctx, `order.${how}`, { subject: was.id }, reason ? { reason } : {})
  return { id: was.id }
}

/** 接单: the provider takes an order. */
export const acceptOrder = (ctx: Context, { orderId }: { orderId: string }) =>
  ctx.transact(async (tx) => {
    const was = await orderBy(tx, orderId)
    authorize(ctx.actor, 'order.accept', was)
    const change = { acceptedAt: ctx.clock.now(), acceptedBy: ctx.actor.personId! }
    return carry(tx, ctx, was, { how: 'accept', change, tells: tellFamily })
  })

/** The provider cannot come: with a reason, and the family may choose another. */
export const refuseOrder = (ctx: Context, { orderId, reason }: { orderId: string; reason: string }) =>
  ctx.transact(async (tx) => {
    const was = await orderBy(tx, orderId)
    authorize(ctx.actor, 'order.refuse', was)
    const change = { reason, closedAt: ctx.clock.now(), closedBy: ctx.actor.personId! }
    return carry(tx, ctx, was, { how: 'refuse', change, tells: tellFamily, reason })
  })

/** 完成: the provider says the service was given, and on which day. */
export const finishOrder = (ctx: Context, { orderId, doneOn }: { orderId: string; doneOn: string }) =>
  ctx.transact(async (tx) => {
    const was = await orderBy(tx, orderId)
    authorize(ctx.actor, 'order.finish', was)
    const at = ctx.clock.now()
    if (doneOn > dateOf(at) || doneOn < dateOf(was.placedAt)) throw new Refusal('invalid', 'order-done-on')
    const change = { doneAt: at, doneBy: ctx.actor.personId!, doneOn, reason: null }
    return carry(tx, ctx, was, { how: 'finish', change, tells: tellFamily })
  })

/** 没有做好: the family says that it was not done; the provider goes again. */
export const redoOrder = (ctx: Context, { orderId, reason }: { orderId: string; reason: string }) =>
  ctx.transact(async (tx) => {
    const was = await orderOfFamily(tx, orderId)
    authorize(ctx.actor, 'order.redo', was)
    const change = { reason, doneAt: null, doneBy: null, doneOn: null }
    return carry(tx, ctx, was, { how: 'redo', change, tells: tellProvider, reason })
  })

/** 确认: only what the resident or her family confirms is settled. */
export const confirmOrder = (ctx: Context, { orderId }: { orderId: string }) =>
  ctx.transact(async (tx) => {
    const was = await orderOfFamily(tx, orderId)
    authorize(ctx.actor, 'order.confirm', was)
    const change = { closedAt: ctx.clock.now(), closedBy: ctx.actor.personId! }
    return carry(tx, ctx, was, { how: 'confirm', change, tells: tellProvider })
  })

/** Before it is done the family may call it off. */
export const cancelOrder = (ctx: Context, { orderId, reason }: { orderId: string; reason: string }) =>
  ctx.transact(async (tx) => {
    const was = await orderOfFamily(tx, orderId)
    authorize(ctx.actor, 'order.cancel', was)
    const change = { reason, closedAt: ctx.clock.now(), closedBy: ctx.actor.personId! }
    return carry(tx, ctx, was, { how: 'cancel', change, tells: tellProvider, reason })
  })
