import { eq, sql } from 'drizzle-orm'
import type { SurveyRoll } from '#db/schema/ask.ts'
import { surveyBatches, surveySheets } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { buildingKey } from './roll-households.ts'

/** From this many parts of a hundred of its households on: told in quarters, so that nothing can be taken off a grid's count. */
export const coverBands = [75, 50, 25, 0] as const
type Band = (typeof coverBands)[number]
export type BuildingCover = {
  building: string
  households: number
  /** Whether its households are those of the roll; otherwise as they were told when its sheets were printed. */
  onRoll: boolean
  /** Whether any sheet went out to it. */
  sent: boolean
  /** The quarter its answered sheets reach; null where there are too few to be told, or the quarter would tell too much. */
  from: Band | null
}

/** The counts a band may stand for in a building of so many households, the least and the most of them. */
function countsOf(band: Band, households: number, least: number): [number, number] {
  const from = (part: number) => Math.ceil((part * households) / 100)
  const most = band === 75 ? households : from(band + 25) - 1
  return [Math.max(least, from(band)), most]
}

/** The quarter of so many sheets of so many households: null where few came, or where few counts have that quarter. */
export function bandOf(used: number, households: number, least: number): Band | null {
  if (used < least || households < least) return null
  const band = coverBands.find((part) => Math.min(used, households) * 100 >= part * households)!
  const [fewest, most] = countsOf(band, households, least)
  return most - fewest + 1 < least ? null : band
}

/** What a reader knows of a building's count: the ends of its band, or of all that is not told. */
function boundsOf({ households, from }: BuildingCover, least: number): [number, number] {
  if (from !== null) return countsOf(from, households, least)
  const untold = (n: number) => bandOf(n, households, least) === null
  let most = households
  while (most > 0 && !untold(most)) most -= 1
  return [0, most]
}

/** Whether all bands together with the number of sheets leave some building too few counts. */
function pinned(covers: readonly BuildingCover[], total: number, least: number): boolean {
  const bounds = covers.map((cover) => boundsOf(cover, least))
  const [fewest, most] = [0, 1].map((end) => bounds.reduce((sum, ends) => sum + ends[end]!, 0))
  return bounds.some(([low, high], at) => {
    if (covers[at]!.from === null) return false
    const left = Math.max(low, total - (most! - high))
    const right = Math.min(high, total - (fewest! - low))
    return right - left + 1 < least
  })
}

/** 楼栋覆盖: of every building that sheets were printed for, which part of its households sent one back. */
export async function coverBuildings(
  db: Reader,
  surveyId: string,
  least: number,
  roll: SurveyRoll | null = null,
): Promise<BuildingCover[]> {
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
  return tellBuildings(againstRoll(found, roll), least)
}

type Counted = { building: string; households: number; used: number; onRoll?: boolean; sent?: boolean }
/** 对照名册: every building of the roll, with its households there; one not on it keeps what was told of it. One measure a building: two would tell its count. */
export function againstRoll(found: readonly Counted[], roll: SurveyRoll | null): Counted[] {
  const known = new Map(roll?.buildings.map((b) => [buildingKey(b.building), b.households]))
  const printed = new Set(found.map(({ building }) => buildingKey(building)))
  const sent = found.map((one) => {
    const households = known.get(buildingKey(one.building))
    return { ...one, sent: true, onRoll: households !== undefined, households: households ?? one.households }
  })
  const rest = roll?.buildings.filter(({ building }) => !printed.has(buildingKey(building))) ?? []
  return [...sent, ...rest.map((one) => ({ ...one, used: 0, onRoll: true, sent: false }))]
}

/** The quarters, or none at all where they would add up to a count. */
export function tellBuildings(found: readonly Counted[], least: number): BuildingCover[] {
  const covers = found.map(({ used, onRoll = false, sent = true, ...one }) => ({
    ...{ ...one, onRoll, sent },
    from: bandOf(used, one.households, least),
  }))
  const total = found.reduce((sum, { used }) => sum + used, 0)
  const out = covers.filter(({ sent }) => sent)
  return pinned(out, total, least) ? covers.map((cover) => ({ ...cover, from: null })) : covers
}
