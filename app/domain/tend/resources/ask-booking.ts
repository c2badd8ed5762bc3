import { and, eq, inArray } from 'drizzle-orm'
import { bookingSlots, bookings, parties, type resources } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Role } from '#db/vocabulary.ts'
import type { Context } from '../../context.ts'
import { dateOf, yearOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { notify } from '../../notify.ts'
import { parameter } from '../../parameters.ts'
import { authorize } from '../../policy/index.ts'
import { nextRef } from '../../reference.ts'
import { Refusal } from '../../refusal.ts'
import { findResource } from './find-resource.ts'
import type { BookingWords } from './forms.ts'
import { mustFit, slotsOf } from './slots.ts'

/** Who at a body looks after what it lends. */
const lenders: Partial<Record<string, Role>> = {
  committee: 'committee_clerk',
  station: 'station_clerk',
  street_office: 'street_handler',
  service_centre: 'centre_officer',
  organisation: 'org_editor',
  enterprise: 'org_editor',
}
/** Tells whoever looks after a body's things. */
export async function tellOwner(tx: Tx, ctx: Context, ownerId: string, how: string, id: string, no: string) {
  const [owner] = await tx.select({ kind: parties.kind }).from(parties).where(eq(parties.id, ownerId))
  const role = owner && lenders[owner.kind]
  if (role) await notify(tx, ctx, { role, partyId: ownerId }, how, `/bookings/${id}`, { no })
}

/** 不重叠: a slot belongs to one booking; the database refuses a second as well. */
async function mustBeFree(tx: Tx, resourceId: string, slots: readonly string[]) {
  const of = and(eq(bookingSlots.resourceId, resourceId), inArray(bookingSlots.slot, [...slots]))
  const [taken] = await tx.select({ slot: bookingSlots.slot }).from(bookingSlots).where(of).limit(1)
  if (taken) throw new Refusal('conflict', 'booking-taken', { slot: taken.slot.replace('T', ' ') })
}

/** The slots a request takes, within what the place allows. */
async function slotsFor(tx: Tx, ctx: Context, was: typeof resources.$inferSelect, typed: BookingWords) {
  const now = ctx.clock.now()
  const slots = slotsOf(was, typed)
  const ahead = (await parameter(tx, 'BOOKING_AHEAD', dateOf(now))).value
  const most = (await parameter(tx, 'BOOKING_DAYS_MAX', dateOf(now))).value
  mustFit(slots, { now, ahead, most })
  await mustBeFree(tx, was.id, slots)
  return slots
}

/** 申请借用: whoever signed in asks for a time that is free; it is his until the owner says no. */
export const askBooking = (ctx: Context, { resourceId, ...typed }: BookingWords & { resourceId: string }) =>
  ctx.transact(async (tx) => {
    authorize(ctx.actor, 'booking.ask', {})
    const was = await findResource(tx, resourceId)
    if (!was.listed) throw new Refusal('conflict', 'resource-closed')
    const slots = await slotsFor(tx, ctx, was, typed)
    const askedAt = ctx.clock.now()
    const refNo = await nextRef(tx, 'JY', yearOf(dateOf(askedAt)))
    const { personId, seat } = ctx.actor
    const by = { personId: personId!, partyId: seat?.partyId ?? null, askedAt, state: 'asked' as const }
    const [made] = await tx
      .insert(bookings)
      .values({ ...by, refNo, resourceId, purpose: typed.purpose, first: slots[0]!, last: slots.at(-1)! })
      .returning({ id: bookings.id })
    await tx.insert(bookingSlots).values(slots.map((slot) => ({ resourceId, bookingId: made!.id, slot })))
    await tellOwner(tx, ctx, was.ownerId, 'booking-asked', made!.id, refNo)
    await record(tx, ctx, 'booking.ask', { subject: made!.id })
    return made!
  })
