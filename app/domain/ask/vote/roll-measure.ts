import { desc, eq } from 'drizzle-orm'
import { places, rollEntries, rollLoads } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Round } from './phase.ts'
import type { RollLine } from './read-roll.ts'
import { slipChanges } from './slip-change.ts'

const keyOf = (entry: { householdKey: string; label: string }) => `${entry.householdKey}\t${entry.label}`

/** What the register of the community says: its households, or its adults where each person votes; null: nothing. */
async function registeredIn(db: Reader, round: Round): Promise<number | null> {
  const [place] = await db
    .select({ households: places.households, adults: places.adults })
    .from(places)
    .where(eq(places.id, round.communityId))
  return (round.unit === 'household' ? place?.households : place?.adults) ?? null
}

/** 名册差异: how big a roll is, who of it has no telephone, and how far it lies from the one before and from the register. */
export async function measureRoll(db: Reader, round: Round, lines: readonly RollLine[]) {
  const was = await db
    .select({ householdKey: rollEntries.householdKey, label: rollEntries.label })
    .from(rollEntries)
    .where(eq(rollEntries.roundId, round.id))
  const [before, now] = [new Set(was.map(keyOf)), new Set(lines.map(keyOf))]
  const reached = new Set(lines.filter((line) => line.phone).map((line) => line.householdKey))
  const households = new Set(lines.map((line) => line.householdKey))
  return {
    entries: lines.length,
    households: households.size,
    withoutPhone: households.size - reached.size,
    added: [...now].filter((key) => !before.has(key)).length,
    gone: [...before].filter((key) => !now.has(key)).length,
    registered: await registeredIn(db, round),
  }
}
export type RollMeasure = Awaited<ReturnType<typeof measureRoll>>

/** The roll's difference as it is published with the round; null while none was brought in. */
export async function rollDifference(db: Reader, roundId: string) {
  const [last] = await db
    .select({
      entries: rollLoads.entries,
      households: rollLoads.households,
      withoutPhone: rollLoads.withoutPhone,
      added: rollLoads.added,
      gone: rollLoads.gone,
      registered: rollLoads.registered,
      loadedAt: rollLoads.loadedAt,
    })
    .from(rollLoads)
    .where(eq(rollLoads.roundId, roundId))
    .orderBy(desc(rollLoads.loadedAt), desc(rollLoads.id))
    .limit(1)
  return last ?? null
}

/** What is published of a round's roll: its difference, and how many slips were changed since the seal; no name. */
export const readRollFacts = async (db: Reader, roundId: string) => ({
  roll: await rollDifference(db, roundId),
  slips: await slipChanges(db, roundId),
})
