import { and, count, desc, eq, ne } from 'drizzle-orm'
import { orderFixes, orderRatings } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { dateOf } from '../../../dates.ts'
import { masked } from '../../../masked-words.ts'
import { parameter } from '../../../parameters.ts'
import { type RatingSummary, summarise } from '../summary.ts'
import { priorNow } from '../weigh.ts'

type Counted = { supplierId: string; level: number; n: number }
const levelsIn = (rows: readonly Counted[]) => rows.flatMap(({ level, n }) => Array<number>(n).fill(level))

/** How many orders were rated how, by body: of an agreement, of one body, or all. */
const countedOf = (db: Reader, of: { frameworkId?: string; supplierId?: string } = {}): Promise<Counted[]> =>
  db
    .select({ supplierId: orderRatings.supplierId, level: orderRatings.level, n: count() })
    .from(orderRatings)
    .where(
      and(
        of.frameworkId ? eq(orderRatings.frameworkId, of.frameworkId) : undefined,
        of.supplierId ? eq(orderRatings.supplierId, of.supplierId) : undefined,
      ),
    )
    .groupBy(orderRatings.supplierId, orderRatings.level)

const fixesOf = async (db: Reader, supplierId: string) => {
  const mine = eq(orderFixes.supplierId, supplierId)
  const all = await db.$count(orderFixes, mine)
  return { all, open: await db.$count(orderFixes, and(mine, ne(orderFixes.state, 'accepted_by_rater'))) }
}
/** What residents said of a body's orders, for its record beside what they said of its contracts. */
export const ordersSaidOf = async (db: Reader, supplierId: string) => ({
  levels: levelsIn(await countedOf(db, { supplierId })),
  fixes: await fixesOf(db, supplierId),
})
/** The levels of every body's orders. */
export async function orderLevels(db: Reader): Promise<ReadonlyMap<string, number[]>> {
  const rows = Map.groupBy(await countedOf(db), (r) => r.supplierId)
  return new Map([...rows].map(([id, mine]) => [id, levelsIn(mine)]))
}

const SHOWN = 10
/** 整改 of an agreement's orders, the newest: what was answered and where it stands, by the month alone. */
async function fixesIn(db: Reader, frameworkId: string) {
  const mine = eq(orderFixes.frameworkId, frameworkId)
  const rows = await db
    .select()
    .from(orderFixes)
    .where(mine)
    .orderBy(desc(orderFixes.openedAt), desc(orderFixes.id))
    .limit(SHOWN)
  return {
    all: await db.$count(orderFixes, mine),
    open: await db.$count(orderFixes, and(mine, ne(orderFixes.state, 'accepted_by_rater'))),
    newest: rows.map(({ id, supplierId, state, answer, openedAt }) => ({
      ...{ id, supplierId, state, answer: masked(answer), month: dateOf(openedAt).slice(0, 7) },
    })),
  }
}

/** The plain mean to two decimals, shown only beside the weighed one. */
export const plainMean = (levels: readonly number[]) =>
  Math.round((levels.reduce((a, b) => a + b, 0) * 100) / levels.length) / 100

/**
 * What residents said of an agreement's orders: all together, and of each body once every body that was rated has as
 * many as may be shown, so that none can be told from the others.
 */
export async function ratingsOfFramework(db: Reader, frameworkId: string, on: string) {
  const least = (await parameter(db, 'RATING_MIN_CELL', on)).value
  const prior = await priorNow(db, on)
  const rows = await countedOf(db, { frameworkId })
  const levels = levelsIn(rows)
  const bodies = [...Map.groupBy(rows, (r) => r.supplierId)].map(
    ([id, mine]) => [id, levelsIn(mine)] as const,
  )
  const apart = bodies.every(([, mine]) => mine.length >= least)
  const summary = summarise(levels, least, prior)
  return {
    ...{ summary, least },
    mean: summary.weighed ? plainMean(levels) : null,
    bodies: Object.fromEntries(
      bodies.map(([id, mine]): [string, RatingSummary] => [id, summarise(apart ? mine : [], least, prior)]),
    ),
    fixes: await fixesIn(db, frameworkId),
  }
}
export type FrameworkRatings = Awaited<ReturnType<typeof ratingsOfFramework>>
