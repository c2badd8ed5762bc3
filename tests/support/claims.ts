import { and, eq, isNull } from 'drizzle-orm'
import { householdClaims, rollEntries } from '#db/schema/index.ts'
import type { ReadyRound } from './vote.ts'
import type { Town } from './world.ts'

/** The dispute of a voter's household that nobody settled yet, if there is one. */
export async function openClaimOf(town: Town, round: ReadyRound, voter: number): Promise<string | null> {
  const [claim] = await town.db
    .select({ id: householdClaims.id })
    .from(householdClaims)
    .innerJoin(rollEntries, eq(rollEntries.id, householdClaims.rollEntryId))
    .where(
      and(
        eq(householdClaims.roundId, round.id),
        eq(rollEntries.householdKey, round.slips[voter]!.householdKey),
        isNull(householdClaims.outcome),
      ),
    )
  return claim?.id ?? null
}
