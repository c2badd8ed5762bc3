import { and, asc, desc, eq, gte, inArray } from 'drizzle-orm'
import { bookingSlots, bookings, parties, persons, resources } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { parameter } from '../../parameters.ts'
import { authorize, may } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { booking as machine } from './booking-machine.ts'
import { findBooking, findResource } from './find-resource.ts'
import { spanOf } from './slots.ts'

const shown = ({ id, kind, name, opens, closes, listed, address }: typeof resources.$inferSelect) => ({
  ...{ id, kind, name, opens, closes, listed, address },
})

/** 资源清单, for anybody: what may be used, whose it is. */
export async function resourcesPage(ctx: Context) {
  const rows = await ctx.db
    .select({ resource: resources, owner: parties.name })
    .from(resources)
    .innerJoin(parties, eq(parties.id, resources.ownerId))
    .where(eq(resources.listed, true))
    .orderBy(asc(resources.kind), asc(resources.name))
  return {
    resources: rows.map(({ resource, owner }) => ({ ...shown(resource), owner })),
    signedIn: ctx.actor.personId !== null,
    lends: may(ctx.actor, 'resource.list', { ownerId: ctx.actor.seat?.partyId ?? '' }),
  }
}

/** What is taken of the coming days, without a word of by whom. */
async function takenFrom(db: Reader, resourceId: string, today: string) {
  const rows = await db
    .select({ slot: bookingSlots.slot })
    .from(bookingSlots)
    .where(and(eq(bookingSlots.resourceId, resourceId), gte(bookingSlots.slot, today)))
    .orderBy(asc(bookingSlots.slot))
  const days = new Map<string, string[]>()
  for (const { slot } of rows) {
    const [day = '', hour] = slot.split('T')
    days.set(day, [...(days.get(day) ?? []), ...(hour ? [hour] : [])])
  }
  return [...days].slice(0, 14).map(([day, hours]) => ({ day, hours: hours.map(Number) }))
}

/** One thing that is lent: where, when, what is taken, and how to ask for it. */
export async function resourcePage(ctx: Context, id: string) {
  const was = await findResource(ctx.db, id)
  const today = dateOf(ctx.clock.now())
  const figure = async (code: string) => (await parameter(ctx.db, code, today)).value
  return {
    resource: { ...shown(was), refNo: was.refNo, words: was.words, owner: was.owner },
    taken: await takenFrom(ctx.db, id, today),
    today,
    ahead: await figure('BOOKING_AHEAD'),
    most: await figure('BOOKING_DAYS_MAX'),
    signedIn: ctx.actor.personId !== null,
    keeps: may(ctx.actor, 'resource.close', was),
  }
}

/** Whether what was lent should have come back. */
export const isOverdue = ({ state, last }: { state: string; last: string }, now: Date) =>
  state === 'lent' && spanOf(last).ends <= now

const listed = (rows: Array<{ booking: typeof bookings.$inferSelect; name: string }>, now: Date) =>
  rows.map(({ booking: b, name }) => ({
    ...{ id: b.id, refNo: b.refNo, name, first: b.first, last: b.last, state: b.state },
    overdue: isOverdue(b, now),
  }))

/** 我的预约. */
export async function myBookings(ctx: Context) {
  if (!ctx.actor.personId) throw new Refusal('forbidden', 'sign-in-first')
  const rows = await ctx.db
    .select({ booking: bookings, name: resources.name })
    .from(bookings)
    .innerJoin(resources, eq(resources.id, bookings.resourceId))
    .where(eq(bookings.personId, ctx.actor.personId))
    .orderBy(desc(bookings.askedAt))
    .limit(50)
  return { bookings: listed(rows, ctx.clock.now()) }
}

/** What a body lends, and who asks for it. */
export async function resourceDesk(ctx: Context) {
  const ownerId = ctx.actor.seat?.partyId ?? ''
  authorize(ctx.actor, 'resource.list', { ownerId })
  const own = await ctx.db
    .select()
    .from(resources)
    .where(eq(resources.ownerId, ownerId))
    .orderBy(resources.name)
  const ids = own.map(({ id }) => id)
  const rows = await ctx.db
    .select({ booking: bookings, name: resources.name })
    .from(bookings)
    .innerJoin(resources, eq(resources.id, bookings.resourceId))
    .where(inArray(bookings.resourceId, ids.length > 0 ? ids : ['']))
    .orderBy(desc(bookings.askedAt))
    .limit(100)
  return { resources: own.map(shown), bookings: listed(rows, ctx.clock.now()) }
}

/** One booking, to whoever asked and to the owner. */
export async function bookingPage(ctx: Context, id: string) {
  const was = await findBooking(ctx.db, id)
  authorize(ctx.actor, 'booking.read', was)
  const [person] = await ctx.db
    .select({ name: persons.name })
    .from(persons)
    .where(eq(persons.id, was.personId))
  const [party] = was.partyId
    ? await ctx.db.select({ name: parties.name }).from(parties).where(eq(parties.id, was.partyId))
    : []
  const open = new Set<string>(machine.open(was.state))
  const now = ctx.clock.now()
  const begun = spanOf(was.first).starts <= now
  const { refNo, purpose, first, last, state, reason, condition, returnedAt } = was
  return {
    booking: { id, refNo, purpose, first, last, state, reason, condition, returnedAt },
    resource: { id: was.resourceId, name: was.resource.name, owner: was.resource.owner },
    by: [person?.name, party?.name].filter(Boolean).join(' · '),
    overdue: isOverdue(was, now),
    acts: {
      lend: open.has('lend') && may(ctx.actor, 'booking.lend', was),
      refuse: open.has('refuse') && may(ctx.actor, 'booking.refuse', was),
      cancel: open.has('cancel') && !(begun && state === 'lent') && may(ctx.actor, 'booking.cancel', was),
      return: open.has('return') && begun && may(ctx.actor, 'booking.return', was),
    },
  }
}
