import { and, eq, isNotNull } from 'drizzle-orm'
import { contracts } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { startOf } from '../../dates.ts'
import type { TrailEntry } from '../../trail-entry.ts'
import { servedBy } from './served.ts'

/** What the diary adds up to so far, in one entry on the day of the latest activity: counts only, nobody's name. */
export async function trailOfDiary(db: Reader, planId: string): Promise<TrailEntry[]> {
  const rows = await db
    .select()
    .from(contracts)
    .where(and(eq(contracts.planId, planId), isNotNull(contracts.publishedAt)))
  const told = rows.map(async (c): Promise<TrailEntry[]> => {
    const { entries, personTimes, people, minutes, lastOn } = await servedBy(db, c.id)
    if (!lastOn) return []
    const params = { entries, personTimes, people, hours: Math.round(minutes / 60) }
    return [{ at: startOf(lastOn), chapter: 'deliver', key: 'diary.sofar', params, byPartyId: c.supplierId }]
  })
  return (await Promise.all(told)).flat()
}
