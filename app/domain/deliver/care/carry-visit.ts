import { and, eq } from 'drizzle-orm'
import { careVisits, seats } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import { carryWithin, tellFamily, tellProvider } from '../../buy/framework/carry-order.ts'
import { order as machine } from '../../buy/framework/order-machine.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { free } from './account.ts'
import { findVisit, type VisitFacts } from './find-visit.ts'

/** The aides of a provider whose seat is in force on a day. */
export async function aideIdsOf(tx: Pick<Tx, 'select'>, supplierId: string, on: string) {
  const held = await tx
    .select()
    .from(seats)
    .where(and(eq(seats.partyId, supplierId), eq(seats.role, 'care_aide')))
  return held
    .filter(
      (seat) => seat.from <= on && (seat.to === null || seat.to >= on) && !(seat.awaits && !seat.confirmedAt),
    )
    .map((seat) => seat.personId)
}

/** 护理员 of the provider, and none of her own family: nobody is paid for a visit to his mother. */
async function mustBeAide(tx: Tx, { supplierId, kinIds, order }: VisitFacts, aideId: string) {
  if (!(await aideIdsOf(tx, supplierId, order.wishedOn)).includes(aideId))
    throw new Refusal('invalid', 'aide-unknown')
  if (kinIds.includes(aideId)) throw new Refusal('invalid', 'aide-is-family')
}

/** 接单派工: the provider takes the order and names who goes; before anybody came it may name another. */
export const acceptVisit = (ctx: Context, { orderId, aideId }: { orderId: string; aideId: string }) =>
  ctx.transact(async (tx) => {
    const was = await findVisit(tx, orderId)
    authorize(ctx.actor, 'visit.accept', was)
    await mustBeAide(tx, was, aideId)
    const { order, visit } = was
    if (order.state === 'accepted' && visit.checkedInAt) throw new Refusal('conflict', 'visit-begun')
    if (order.state !== 'accepted') {
      const change = { acceptedAt: ctx.clock.now(), acceptedBy: ctx.actor.personId! }
      await carryWithin(tx, ctx, order, { how: 'accept', change, tells: tellFamily })
    }
    await tx.update(careVisits).set({ aideId }).where(eq(careVisits.id, visit.id))
    await notify(tx, ctx, { personId: aideId }, 'visit-yours', '/care/route', { no: order.refNo })
    await record(tx, ctx, 'visit.accept', { subject: orderId })
    return { id: orderId }
  })

type Reasoned = { orderId: string; reason: string }

/** 不能来: with a reason; the hours are free again and the family chooses another. */
export const refuseVisit = (ctx: Context, { orderId, reason }: Reasoned) =>
  ctx.transact(async (tx) => {
    const was = await findVisit(tx, orderId)
    authorize(ctx.actor, 'visit.refuse', was)
    const change = { reason, closedAt: ctx.clock.now(), closedBy: ctx.actor.personId! }
    await carryWithin(tx, ctx, was.order, { how: 'refuse', change, tells: tellFamily })
    await free(tx, ctx, orderId)
    await record(tx, ctx, 'visit.refuse', { subject: orderId })
    return { id: orderId }
  })

/** 取消: while nobody has come yet; the hours are free again. */
export const cancelVisit = (ctx: Context, { orderId, reason }: Reasoned) =>
  ctx.transact(async (tx) => {
    const was = await findVisit(tx, orderId)
    authorize(ctx.actor, 'visit.cancel', was)
    machine.next(was.order.state, 'cancel')
    if (was.visit.checkedInAt) throw new Refusal('conflict', 'visit-begun')
    const change = { reason, closedAt: ctx.clock.now(), closedBy: ctx.actor.personId! }
    await carryWithin(tx, ctx, was.order, { how: 'cancel', change, tells: tellProvider })
    await free(tx, ctx, orderId)
    await record(tx, ctx, 'visit.cancel', { subject: orderId })
    return { id: orderId }
  })

/** 没有做好: somebody comes again within the month whose hours are kept; the old code no longer counts. */
export const redoVisit = (ctx: Context, { orderId, reason, wishedOn }: Reasoned & { wishedOn: string }) =>
  ctx.transact(async (tx) => {
    const was = await findVisit(tx, orderId)
    authorize(ctx.actor, 'visit.redo', was)
    const { visit, order } = was
    machine.next(order.state, 'redo')
    if (wishedOn < dateOf(ctx.clock.now()) || wishedOn.slice(0, 7) !== visit.month)
      throw new Refusal('invalid', 'visit-redo-day', { month: visit.month })
    const change = { reason, wishedOn, doneAt: null, doneBy: null, doneOn: null }
    await carryWithin(tx, ctx, order, { how: 'redo', change, tells: tellProvider })
    const again = { checkedInAt: null, checkedInVia: null, checkedInBy: null, leftAt: null, tries: 0 }
    await tx
      .update(careVisits)
      .set({ ...again, turn: visit.turn + 1 })
      .where(eq(careVisits.id, visit.id))
    await record(tx, ctx, 'visit.redo', { subject: orderId })
    return { id: orderId }
  })
