import { eq, sql } from 'drizzle-orm'
import { surveyBatches, surveySheets } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'

/** From this many parts of a hundred of its households on: told in quarters, so that nothing can be taken off a grid's count. */
export const coverBands = [75, 50, 25, 0] as const
export type BuildingCover = {
  building: string
  households: number
  /** The quarter its answered sheets reach; null where there are too few to be told. */
  from: (typeof coverBands)[number] | null
}

/** 楼栋覆盖: of every building that sheets were printed for, which part of its households sent one back. */
export async function coverBuildings(db: Reader, surveyId: string, least: number): Promise<BuildingCover[]> {
  const found = await db
    .select({
      building: surveyBatches.building,
      households: sql<number>`max(${surveyBatches.households})`.mapWith(Number),
      used: sql<number>`sum(case when ${surveySheets.used} then 1 else 0 end)`.mapWith(Number),
    })
    .from(surveySheets)
    .innerJoin(surveyBatches, eq(surveyBatches.id, surveySheets.batchId))
    .where(eq(surveySheets.surveyId, surveyId))
    .groupBy(surveyBatches.building)
    .orderBy(surveyBatches.building)
  return found.map(({ building, households, used }) => {
    const share = households > 0 ? (Math.min(used, households) / households) * 100 : 0
    const from = used < least || households < least ? null : coverBands.find((band) => share >= band)!
    return { building, households, from }
  })
}
