import { and, eq, isNotNull, sql } from 'drizzle-orm'
import { participations, rollEntries, rounds } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { ageBands, spoiledReasons, voteChannels } from '#db/vocabulary.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { parameter } from '../../parameters.ts'
import { suppressTable } from './suppress.ts'

const number = <T>(words: ReturnType<typeof sql<T>>) => words.mapWith(Number)

/** How many voted and how many households that were. */
export async function turnoutOf(db: Reader, roundId: string) {
  const [found] = await db
    .select({
      voters: number(sql<number>`count(*)`),
      households: number(sql<number>`count(distinct ${rollEntries.householdKey})`),
    })
    .from(participations)
    .innerJoin(rollEntries, eq(rollEntries.id, participations.rollEntryId))
    .where(eq(participations.roundId, roundId))
  return found!
}

/** 投票期间只公布参与数: nothing at all while so few took part that it would tell who. */
export async function shownTurnout(db: Reader, ctx: Pick<Context, 'clock'>, roundId: string) {
  const { value } = await parameter(db, 'TURNOUT_MIN_SHOWN', dateOf(ctx.clock.now()))
  const turnout = await turnoutOf(db, roundId)
  return turnout.voters < value ? null : turnout
}

async function countBy(
  db: Reader,
  roundId: string,
  column: typeof participations.channel | typeof rollEntries.ageBand,
) {
  const found = await db
    .select({ cell: column, n: number(sql<number>`count(*)`) })
    .from(participations)
    .innerJoin(rollEntries, eq(rollEntries.id, participations.rollEntryId))
    .where(eq(participations.roundId, roundId))
    .groupBy(column)
  return new Map(found.map(({ cell, n }) => [cell as string | null, n]))
}

/** 参与情况 after the count, by channel and by age; small groups are hidden, and none can be worked out. */
export async function turnoutTables(db: Reader, ctx: Pick<Context, 'clock'>, roundId: string) {
  const { value: least } = await parameter(db, 'RESULT_MIN_CELL', dateOf(ctx.clock.now()))
  const [channels, ages] = await Promise.all([
    countBy(db, roundId, participations.channel),
    countBy(db, roundId, rollEntries.ageBand),
  ])
  const [round] = await db.select({ minAge: rounds.minAge }).from(rounds).where(eq(rounds.id, roundId))
  // Every band that may vote stands in the table: one left out would follow from the total.
  const bands = ageBands.filter((band) => band !== 'under18' || (round?.minAge ?? 0) < 18)
  const spoiled = await spoiledIn(db, roundId)
  const voided = [...spoiled.values()].reduce((sum, n) => sum + n, 0)
  const table = <K extends string | null>(keys: readonly K[], found: Map<string | null, number>) => {
    const counts = keys.map((key) => found.get(key) ?? 0)
    // Void sheets are paper: whoever knows how many there are knows that there was at least that much paper.
    const floors = keys.map((key) => (key === 'paper' ? voided : 0))
    const shown = suppressTable(counts, least, floors)
    return keys.map((key, i) => ({ key, n: shown[i]! as number | null }))
  }
  return { channels: table(voteChannels, channels), ages: table([...bands, null], ages), least }
}

async function spoiledIn(db: Reader, roundId: string) {
  const found = await db
    .select({ reason: participations.spoiled, n: number(sql<number>`count(*)`) })
    .from(participations)
    .where(and(eq(participations.roundId, roundId), isNotNull(participations.spoiled)))
    .groupBy(participations.spoiled)
  return new Map(found.map(({ reason, n }) => [reason, n]))
}

/** 作废票: how many in all, and by reason where no reason tells of few. */
export async function spoiledOf(db: Reader, ctx: Pick<Context, 'clock'>, roundId: string) {
  const { value: least } = await parameter(db, 'RESULT_MIN_CELL', dateOf(ctx.clock.now()))
  const found = await spoiledIn(db, roundId)
  const counts = spoiledReasons.map((reason) => found.get(reason) ?? 0)
  const shown = suppressTable(counts, least)
  const reasons = spoiledReasons.flatMap((reason, i) => (shown[i] ? [{ reason, n: shown[i] }] : []))
  return { total: counts.reduce((sum, n) => sum + n, 0), reasons }
}
