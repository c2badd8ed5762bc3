import { and, count, eq, isNotNull } from 'drizzle-orm'
import { contracts, orderRatings, ratings } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { parameter } from '../../parameters.ts'

/** 先验: what is believed of any service before its own people were heard, worth so many ratings; `heard` is how many gave one, two … five. */
export type Prior = { mean: number; spread: number; weight: number; heard: readonly number[] }
/** 加权得分, with the range it lies in nineteen times of twenty. */
export type Weighed = { score: number; low: number; high: number }

const levels = [1, 2, 3, 4, 5] as const
const hundredth = (x: number) => Math.round(x * 100) / 100
const within = (x: number) => hundredth(Math.min(5, Math.max(1, x)))

/** The whole district's ratings by level, one of each added, so that there is a prior before anybody was heard. */
export function priorOf(heard: readonly number[], weight: number): Prior {
  const cells = levels.map((level, i) => ({ level, n: (heard[i] ?? 0) + 1 }))
  const n = cells.reduce((all, c) => all + c.n, 0)
  const mean = cells.reduce((all, c) => all + c.level * c.n, 0) / n
  const spread = Math.sqrt(cells.reduce((all, c) => all + c.n * (c.level - mean) ** 2, 0) / n)
  return { mean, spread, weight, heard: levels.map((_, i) => heard[i] ?? 0) }
}

/** 贝叶斯平均: (weight × prior mean + sum of the levels) ÷ (weight + count) ± 1.96 × spread ÷ √(weight + count). */
export function weigh(given: readonly number[], { mean, spread, weight }: Prior): Weighed {
  const n = weight + given.length
  const score = (weight * mean + given.reduce((a, b) => a + b, 0)) / n
  const half = (1.96 * spread) / Math.sqrt(n)
  return { score: hundredth(score), low: within(score - half), high: within(score + half) }
}

/** The prior of today: every rating of a published contract and of an order, and the weight in force. */
export async function priorNow(db: Reader, on: string): Promise<Prior> {
  const rows = await db
    .select({ level: ratings.level, n: count() })
    .from(ratings)
    .innerJoin(contracts, eq(contracts.id, ratings.contractId))
    .where(and(isNotNull(ratings.givenAt), isNotNull(contracts.publishedAt)))
    .groupBy(ratings.level)
  const orders = await db
    .select({ level: orderRatings.level, n: count() })
    .from(orderRatings)
    .groupBy(orderRatings.level)
  const of = (level: number, told: typeof rows) => told.find((r) => r.level === level)?.n ?? 0
  const heard = levels.map((level) => of(level, rows) + of(level, orders))
  return priorOf(heard, (await parameter(db, 'RATING_PRIOR', on)).value)
}
