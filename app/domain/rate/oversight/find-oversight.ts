import { and, eq, gte, inArray, isNull, or } from 'drizzle-orm'
import { kinships, oversights, parties, seats } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { Refusal } from '../../refusal.ts'
import type { Actor } from '../../who/actor.ts'

export type Oversight = typeof oversights.$inferSelect

/** The committee a supervision member watches, with its community and street. */
export async function watchedBy(db: Reader, actor: Actor) {
  const [found] = await db
    .select()
    .from(parties)
    .where(and(eq(parties.id, actor.seat?.partyId ?? ''), eq(parties.kind, 'committee')))
  if (!found?.placeId || !found.streetId) return null
  return {
    committeeId: found.id,
    committee: found.name,
    communityId: found.placeId,
    streetId: found.streetId,
  }
}

/** Whether a person is kin of one who sits in the committee today, as far as it is written down. */
export async function kinOfCommittee(db: Reader, { actor, clock }: Context, committeeId: string) {
  const { personId } = actor
  const today = dateOf(clock.now())
  const members = await db
    .select({ id: seats.personId })
    .from(seats)
    .where(
      and(
        eq(seats.partyId, committeeId),
        inArray(seats.role, ['committee_clerk', 'committee_director']),
        or(isNull(seats.to), gte(seats.to, today)),
      ),
    )
  const ids = members.map((m) => m.id)
  if (!personId || ids.length === 0) return false
  const mine = or(
    and(eq(kinships.personId, personId), inArray(kinships.agentId, ids)),
    and(eq(kinships.agentId, personId), inArray(kinships.personId, ids)),
  )
  return (await db.$count(kinships, and(mine, isNull(kinships.endedAt)))) > 0
}

/** One objection, with whether the actor is kin of those it is about. */
export async function findOversight(db: Reader, ctx: Context, id: string) {
  const [found] = await db.select().from(oversights).where(eq(oversights.id, id))
  if (!found) throw new Refusal('missing', 'oversight-missing')
  return { ...found, kinOfCommittee: await kinOfCommittee(db, ctx, found.committeeId) }
}
