import { and, desc, eq, isNotNull, lte, sql } from 'drizzle-orm'
import type { SurveyRoll } from '#db/schema/ask.ts'
import { rollEntries, rounds } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'

/** A building's name as it is matched: one width, no blanks. */
export const buildingKey = (name: string) => name.normalize('NFKC').replaceAll(/\s/g, '')

/** The last roll of electors a community sealed; null where it never had one. */
async function lastRoll(db: Reader, communityId: string, at: Date) {
  const [found] = await db
    .select({ id: rounds.id, refNo: rounds.refNo })
    .from(rounds)
    .where(and(eq(rounds.communityId, communityId), isNotNull(rounds.sealedAt), lte(rounds.sealedAt, at)))
    .orderBy(desc(rounds.sealedAt))
    .limit(1)
  return found ?? null
}

const counted = sql<number>`count(distinct ${rollEntries.householdKey})`.mapWith(Number)

/** 名册上的户: of the last sealed roll, how many households a community, each grid and each building has. */
export async function rollHouseholds(db: Reader, communityId: string, at: Date): Promise<SurveyRoll | null> {
  const roll = await lastRoll(db, communityId, at)
  if (!roll) return null
  const here = eq(rollEntries.roundId, roll.id)
  const [all] = await db.select({ n: counted }).from(rollEntries).where(here)
  const byGrid = await db
    .select({ key: rollEntries.gridId, n: counted })
    .from(rollEntries)
    .where(here)
    .groupBy(rollEntries.gridId)
  const byBuilding = await db
    .select({ key: rollEntries.building, n: counted })
    .from(rollEntries)
    .where(here)
    .groupBy(rollEntries.building)
    .orderBy(rollEntries.building)
  return {
    refNo: roll.refNo,
    households: all!.n,
    grids: byGrid.flatMap(({ key, n }) => (key ? [{ id: key, households: n }] : [])),
    buildings: byBuilding.flatMap(({ key, n }) => (key ? [{ building: key, households: n }] : [])),
  }
}
