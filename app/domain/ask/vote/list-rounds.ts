import { and, asc, count, desc, eq, gt, inArray, isNotNull, lte, ne, or } from 'drizzle-orm'
import { places, rollEntries, roundItems, rounds } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { phaseOf } from './phase.ts'

const listed = (db: Reader) =>
  db
    .select({ round: rounds, placeName: places.name, placeNameEn: places.nameEn })
    .from(rounds)
    .innerJoin(places, eq(places.id, rounds.communityId))
const here = (communityId?: string) => (communityId ? eq(rounds.communityId, communityId) : undefined)

/** What can be voted on now, the soonest to close first. */
export const openRounds = (db: Reader, now: Date, communityId?: string) =>
  listed(db)
    .where(
      and(eq(rounds.state, 'sealed'), lte(rounds.opensAt, now), gt(rounds.closesAt, now), here(communityId)),
    )
    .orderBy(asc(rounds.closesAt), asc(rounds.id))
export type ListedRound = Awaited<ReturnType<typeof openRounds>>[number]

/** Every round the public may see, the latest first. */
export const publicRounds = (db: Reader, communityId?: string) =>
  listed(db)
    .where(
      and(
        or(ne(rounds.state, 'draft'), gt(rounds.version, 1)),
        or(ne(rounds.state, 'void'), isNotNull(rounds.sealedAt)),
        here(communityId),
      ),
    )
    .orderBy(desc(rounds.closesAt), asc(rounds.id))
    .limit(100)

/** What the public list tells of each round, with the phase it is in. */
export async function roundsShown({ db, clock }: Context, communityId?: string) {
  const found = await publicRounds(db, communityId)
  return found.map(({ round, placeName }) => ({
    id: round.id,
    name: round.name,
    placeName,
    budget: round.budget,
    maxChoices: round.maxChoices,
    opensAt: round.opensAt,
    closesAt: round.closesAt,
    announcedAt: round.announcedAt,
    phase: phaseOf(round, clock.now()),
  }))
}
export type ShownRound = Awaited<ReturnType<typeof roundsShown>>[number]

/** A committee's or a street's rounds, for their desks. */
export const roundsOf = (db: Reader, partyId: string) =>
  listed(db)
    .where(or(eq(rounds.committeeId, partyId), eq(rounds.streetId, partyId)))
    .orderBy(desc(rounds.createdAt), asc(rounds.id))
    .limit(200)

export const rollSize = (db: Reader, roundId: string) =>
  db.$count(rollEntries, eq(rollEntries.roundId, roundId))

/** How many items each round has. */
export async function slateSizes(db: Reader, roundIds: readonly string[]): Promise<Map<string, number>> {
  if (roundIds.length === 0) return new Map()
  const found = await db
    .select({ id: roundItems.roundId, n: count() })
    .from(roundItems)
    .where(inArray(roundItems.roundId, [...roundIds]))
    .groupBy(roundItems.roundId)
  return new Map(found.map(({ id, n }) => [id, n]))
}
