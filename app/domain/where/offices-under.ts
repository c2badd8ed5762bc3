import { and, eq, inArray, or } from 'drizzle-orm'
import { parties, places } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'

/** The offices that spend money in the place of a body, and in the places right below it: what its auditors watch over. */
export async function officesUnder(db: Reader, partyId: string): Promise<string[]> {
  const [body] = await db.select({ placeId: parties.placeId }).from(parties).where(eq(parties.id, partyId))
  const placeId = body?.placeId
  if (!placeId) return []
  const rows = await db
    .select({ id: parties.id })
    .from(parties)
    .innerJoin(places, eq(places.id, parties.placeId))
    .where(
      and(
        inArray(parties.kind, ['district_office', 'street_office']),
        or(eq(places.id, placeId), eq(places.parentId, placeId)),
      ),
    )
  return rows.map(({ id }) => id)
}
