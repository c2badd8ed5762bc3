import { and, desc, eq, inArray, isNotNull } from 'drizzle-orm'
import { contracts, ratings, rectifications } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { masked } from '../../masked-words.ts'
import { parameter } from '../../parameters.ts'
import { pick } from '../../pick.ts'
import { type Prior, priorNow, type Weighed, weigh } from './weigh.ts'

export type RatingSummary = {
  count: number
  /** One decimal, half up; null while fewer were heard than may be shown. */
  mean: number | null
  /** 加权得分: what is shown and compared; null likewise. */
  weighed: Weighed | null
  /** How many gave one, two … five points; null likewise. */
  spread: number[] | null
}

/** Mean of five levels to one decimal; always said with its count. A hidden rating's level counts like any other. */
export function summarise(levels: readonly number[], least: number, prior: Prior): RatingSummary {
  const count = levels.length
  if (count < least) return { count, mean: null, weighed: null, spread: null }
  const total = levels.reduce((a, b) => a + b, 0)
  return {
    count,
    mean: Math.round((total * 10) / count) / 10,
    weighed: weigh(levels, prior),
    spread: [1, 2, 3, 4, 5].map((level) => levels.filter((l) => l === level).length),
  }
}

const givenFor = (db: Reader, contractIds: readonly string[]) =>
  db
    .select({ rating: ratings, rectification: rectifications, title: contracts.title })
    .from(ratings)
    .innerJoin(contracts, eq(contracts.id, ratings.contractId))
    .leftJoin(rectifications, eq(rectifications.ratingId, ratings.id))
    .where(and(inArray(ratings.contractId, [...contractIds]), isNotNull(ratings.givenAt)))
    .orderBy(desc(ratings.givenAt), ratings.id)
type Given = Awaited<ReturnType<typeof givenFor>>[number]

/** One rating as everyone may read it: nobody by name. */
const shownOf = ({ rating: r, rectification: fix, title }: Given, open: boolean) => ({
  id: r.id,
  title,
  level: r.level!,
  givenAt: r.givenAt!,
  words: open && r.state !== 'hidden' ? masked(r.words) : null,
  heard: open && r.state !== 'hidden' ? masked(r.heardWords) : null,
  hiddenReason: masked(r.hiddenReason),
  reply: masked(r.reply),
  fix: fix && {
    ...pick(fix, ['state', 'dueAt', 'answeredAt', 'closedAt']),
    answer: masked(fix.answer),
  },
})

/** What was said of the orders of the same body: levels and 整改, no words. */
type OrdersSaid = { levels: readonly number[]; fixes: { open: number; all: number } }
const none: OrdersSaid = { levels: [], fixes: { open: 0, all: 0 } }
/** Of contracts and of orders: the one that is too few to be shown waits while the other is, or it could be taken from the whole. */
export function together(contracts: readonly number[], orders: readonly number[], least: number) {
  const few = (levels: readonly number[]) => levels.length > 0 && levels.length < least
  const many = (levels: readonly number[]) => levels.length >= least
  if (few(orders) && many(contracts)) return { levels: [...contracts], ofOrders: 0 }
  if (few(contracts) && many(orders)) return { levels: [...orders], ofOrders: orders.length }
  return { levels: [...contracts, ...orders], ofOrders: orders.length }
}
/** The ratings of some contracts, as everyone may see them: no person, and no words from fewer than may be shown. */
export async function publicRatings(
  db: Reader,
  contractIds: readonly string[],
  on: string,
  orders: OrdersSaid = none,
) {
  const least = (await parameter(db, 'RATING_MIN_CELL', on)).value
  const rows = contractIds.length ? await givenFor(db, contractIds) : []
  const prior = await priorNow(db, on)
  const ofContracts = rows.map(({ rating }) => rating.level!)
  const { levels, ofOrders } = together(ofContracts, orders.levels, least)
  const summary = summarise(levels, least, prior)
  const open = summary.weighed !== null
  const fixes = rows.flatMap(({ rectification }) => rectification ?? [])
  const told = rows.filter(
    ({ rating, rectification }) =>
      rectification || (open && (rating.words || rating.heardWords || rating.reply)),
  )
  return {
    summary,
    least,
    prior,
    said: told.map((one) => shownOf(one, open)),
    fixes: {
      open: orders.fixes.open + fixes.filter((f) => f.state !== 'accepted_by_rater').length,
      all: orders.fixes.all + fixes.length,
    },
    ofOrders,
  }
}
export type PublicRatings = Awaited<ReturnType<typeof publicRatings>>
