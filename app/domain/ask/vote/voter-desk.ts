import { and, eq, gt, isNull, lte, or } from 'drizzle-orm'
import { participations, persons, rollEntries, rounds } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import type { DeskItem } from '../../desk-item.ts'

/** 等我投票: rounds that are open, on whose roll a resident stands, by his person or his telephone, and has not taken part. */
export async function deskOfVoter(db: Reader, { actor, clock }: Context): Promise<DeskItem[]> {
  const { personId, seat } = actor
  if (!personId || (seat && seat.role !== 'resident')) return []
  const [person] = await db
    .select({ phoneHash: persons.phoneHash })
    .from(persons)
    .where(eq(persons.id, personId))
  const isPerson = eq(rollEntries.personId, personId)
  const mine = person?.phoneHash ? or(isPerson, eq(rollEntries.phoneHash, person.phoneHash)) : isPerson
  const now = clock.now()
  const found = await db
    .selectDistinct({ round: rounds })
    .from(rollEntries)
    .innerJoin(rounds, eq(rounds.id, rollEntries.roundId))
    .leftJoin(participations, eq(participations.rollEntryId, rollEntries.id))
    .where(
      and(
        mine,
        eq(rounds.state, 'sealed'),
        lte(rounds.opensAt, now),
        gt(rounds.closesAt, now),
        isNull(participations.rollEntryId),
      ),
    )
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
