import { eq } from 'drizzle-orm'
import { parties } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../context.ts'
import { Refusal } from '../refusal.ts'

/** The community a seat belongs to; refuses a seat that belongs to none. */
export async function communityOfSeat(db: Reader, ctx: Context): Promise<string> {
  if (!ctx.actor.seat)
    throw new Refusal('forbidden', ctx.actor.personId ? 'needs-another-seat' : 'sign-in-first')
  const [party] = await db
    .select({ kind: parties.kind, placeId: parties.placeId })
    .from(parties)
    .where(eq(parties.id, ctx.actor.seat.partyId))
  const communal = party?.kind === 'committee' || party?.kind === 'station'
  if (!communal || !party.placeId) throw new Refusal('forbidden', 'needs-another-seat')
  return party.placeId
}
