import { eq } from 'drizzle-orm'
import { bookings, parties, resources } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { Refusal } from '../../refusal.ts'

/** One thing that is lent, with its owner. */
export async function findResource(db: Reader, id: string) {
  const [found] = await db
    .select({ resource: resources, owner: parties.name })
    .from(resources)
    .innerJoin(parties, eq(parties.id, resources.ownerId))
    .where(eq(resources.id, id))
  if (!found) throw new Refusal('missing', 'resource-missing')
  return { ...found.resource, owner: found.owner }
}
/** One booking with what is lent and who owns it. */
export async function findBooking(db: Reader, id: string) {
  const [found] = await db.select().from(bookings).where(eq(bookings.id, id))
  if (!found) throw new Refusal('missing', 'booking-missing')
  const resource = await findResource(db, found.resourceId)
  return { ...found, resource, ownerId: resource.ownerId }
}
export type BookingFacts = Awaited<ReturnType<typeof findBooking>>
