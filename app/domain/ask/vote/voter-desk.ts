import { and, eq, gt, isNull, lte, or } from 'drizzle-orm'
import { participations, persons, rollEntries, rounds } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import type { DeskItem } from '../../desk-item.ts'

/** A resident's own places on a roll: by his person or his telephone. */
async function placesOf(db: Reader, personId: string) {
  const [person] = await db
    .select({ phoneHash: persons.phoneHash })
    .from(persons)
    .where(eq(persons.id, personId))
  const isPerson = eq(rollEntries.personId, personId)
  return person?.phoneHash ? or(isPerson, eq(rollEntries.phoneHash, person.phoneHash)) : isPerson
}
/** Rounds that are open now, on whose roll he stands, and that he took no part in yet. */
const uncast = async (db: Reader, personId: string, now: Date) =>
  db
    .selectDistinct({ round: rounds })
    .from(rollEntries)
    .innerJoin(rounds, eq(rounds.id, rollEntries.roundId))
    .leftJoin(participations, eq(participations.rollEntryId, rollEntries.id))
    .where(
      and(
        await placesOf(db, personId),
        ...[eq(rounds.state, 'sealed'), lte(rounds.opensAt, now), gt(rounds.closesAt, now)],
        isNull(participations.rollEntryId),
      ),
    )

/** 等我投票: on a resident's own desk, until he has taken part. */
export async function deskOfVoter(db: Reader, { actor, clock }: Context): Promise<DeskItem[]> {
  const { personId, seat } = actor
  if (!personId || (seat && seat.role !== 'resident')) return []
  const found = await uncast(db, personId, clock.now())
  return found.map(({ round }) => ({
    key: 'round.vote',
    matter: round.name,
    amount: round.budget,
    chapter: 'ask',
    due: { at: round.closesAt, source: round.refNo, mark: 'local' },
    since: round.opensAt,
    link: `/votes/${round.id}/cast`,
    kind: 'act',
  }))
}
