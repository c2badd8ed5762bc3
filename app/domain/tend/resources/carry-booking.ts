import { eq } from 'drizzle-orm'
import { bookingSlots, bookings } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { tellOwner } from './ask-booking.ts'
import { booking as machine } from './booking-machine.ts'
import { findBooking } from './find-resource.ts'
import { spanOf } from './slots.ts'

type One = { bookingId: string }
const free = (tx: Tx, bookingId: string) =>
  tx.delete(bookingSlots).where(eq(bookingSlots.bookingId, bookingId))
const decidedBy = (ctx: Context) => ({ decidedBy: ctx.actor.personId!, decidedAt: ctx.clock.now() })

/** 同意借用: by the owner; never by whoever asked. */
export const lendBooking = (ctx: Context, { bookingId }: One) =>
  ctx.transact(async (tx) => {
    const was = await findBooking(tx, bookingId)
    authorize(ctx.actor, 'booking.lend', was)
    await move(tx, bookings, machine, was, 'lend', decidedBy(ctx))
    const to = { personId: was.personId }
    await notify(tx, ctx, to, 'booking-lent', `/bookings/${bookingId}`, { no: was.refNo })
    await record(tx, ctx, 'booking.lend', { subject: bookingId })
    return { id: bookingId }
  })

/** 不同意: with the reason; the time is free again. */
export const refuseBooking = (ctx: Context, { bookingId, reason }: One & { reason: string }) =>
  ctx.transact(async (tx) => {
    const was = await findBooking(tx, bookingId)
    authorize(ctx.actor, 'booking.refuse', was)
    await move(tx, bookings, machine, was, 'refuse', { ...decidedBy(ctx), reason })
    await free(tx, bookingId)
    const to = { personId: was.personId }
    await notify(tx, ctx, to, 'booking-refused', `/bookings/${bookingId}`, { no: was.refNo })
    await record(tx, ctx, 'booking.refuse', { subject: bookingId })
    return { id: bookingId }
  })

/** 取消: before it begins, by whoever asked; the time is free again. */
export const cancelBooking = (ctx: Context, { bookingId }: One) =>
  ctx.transact(async (tx) => {
    const was = await findBooking(tx, bookingId)
    authorize(ctx.actor, 'booking.cancel', was)
    if (was.state === 'lent' && spanOf(was.first).starts <= ctx.clock.now())
      throw new Refusal('conflict', 'booking-begun')
    await move(tx, bookings, machine, was, 'cancel')
    await free(tx, bookingId)
    await tellOwner(tx, ctx, was.ownerId, 'booking-cancelled', bookingId, was.refNo)
    await record(tx, ctx, 'booking.cancel', { subject: bookingId })
    return { id: bookingId }
  })

/** 归还: the owner looks at what came back; from then on the time is free. */
export const returnBooking = (ctx: Context, { bookingId, condition }: One & { condition: string }) =>
  ctx.transact(async (tx) => {
    const was = await findBooking(tx, bookingId)
    authorize(ctx.actor, 'booking.return', was)
    if (spanOf(was.first).starts > ctx.clock.now()) throw new Refusal('conflict', 'booking-not-begun')
    await move(tx, bookings, machine, was, 'return', { condition, returnedAt: ctx.clock.now() })
    await free(tx, bookingId)
    await record(tx, ctx, 'booking.return', { subject: bookingId })
    return { id: bookingId }
  })
