import { and, eq, inArray } from 'drizzle-orm'
import { bookings, resources } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import type { DeskItem } from '../../desk-item.ts'
import { may } from '../../policy/index.ts'
import { isOverdue } from './resource-pages.ts'

/** What a body lends: who waits for an answer, and what should have come back. */
export async function deskOfResources(db: Reader, ctx: Context): Promise<DeskItem[]> {
  const ownerId = ctx.actor.seat?.partyId
  if (!ownerId) return []
  const rows = await db
    .select({ booking: bookings, name: resources.name, ownerId: resources.ownerId })
    .from(bookings)
    .innerJoin(resources, eq(resources.id, bookings.resourceId))
    .where(and(eq(resources.ownerId, ownerId), inArray(bookings.state, ['asked', 'lent'])))
  const now = ctx.clock.now()
  return rows.flatMap(({ booking, name, ownerId: of }): DeskItem[] => {
    const facts = { ...booking, ownerId: of }
    const item = { matter: name, link: `/bookings/${booking.id}`, since: booking.askedAt, due: null }
    const act = { ...item, chapter: null, kind: 'act' as const }
    if (booking.state === 'asked' && may(ctx.actor, 'booking.lend', facts))
      return [{ ...act, key: 'booking.lend' }]
    if (isOverdue(booking, now) && may(ctx.actor, 'booking.return', facts))
      return [{ ...act, key: 'booking.return' }]
    return []
  })
}
