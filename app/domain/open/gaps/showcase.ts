import { and, count, eq, inArray, isNotNull } from 'drizzle-orm'
import { contracts, places, plans, ratings } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { categories } from '#db/vocabulary.ts'
import { dateOf } from '../../dates.ts'
import { unitCostOf } from '../../deliver/diary/unit-cost.ts'
import { parameter } from '../../parameters.ts'
import { type RatingSummary, summarise } from '../../rate/rating/summary.ts'
import { type Prior, priorNow } from '../../rate/rating/weigh.ts'
import { Refusal } from '../../refusal.ts'
import { indicatorsOf } from '../contract-facts.ts'
import { type Category, type Service, servicesOn } from './find-served.ts'

const PAGE = 8
export type Sought = { place?: string | null; category?: string | null; org?: string | null; page?: number }

/** A place and what lies below it; null: everywhere. */
async function within(db: Reader, place: string | null | undefined): Promise<Set<string> | null> {
  if (!place) return null
  const below = await db.select({ id: places.id }).from(places).where(eq(places.parentId, place))
  return new Set([place, ...below.map(({ id }) => id)])
}
const matches = (one: Service, there: Set<string> | null, { category, org }: Sought) =>
  one.served.some((s) => (!there || there.has(s.communityId)) && (!category || s.category === category)) &&
  (!org || one.suppliers.some(({ id }) => id === org))

/** How many gave each level, contract by contract. */
async function levelsOf(db: Reader) {
  const rows = await db
    .select({ id: ratings.contractId, level: ratings.level, n: count() })
    .from(ratings)
    .innerJoin(contracts, eq(contracts.id, ratings.contractId))
    .where(and(isNotNull(ratings.givenAt), isNotNull(contracts.publishedAt)))
    .groupBy(ratings.contractId, ratings.level)
  const each = Map.groupBy(rows, ({ id }) => id)
  return (id: string) => (each.get(id) ?? []).flatMap(({ level, n }) => Array<number>(n).fill(level!))
}

type Rated = Service & { rating: RatingSummary }
/** Well rated before little rated before not rated; the latest first among equals. */
const better = (a: Rated, b: Rated) =>
  (b.rating.weighed?.score ?? 0) - (a.rating.weighed?.score ?? 0) || (a.from < b.from ? 1 : -1)

async function namesOf(db: Reader, all: readonly Service[]) {
  const planIds = all.map(({ planId }) => planId)
  const facts = { id: plans.id, refNo: plans.refNo, title: plans.title, titleEn: plans.titleEn }
  const more = { quantity: plans.quantity, sensitive: plans.sensitive }
  const rows = await db
    .select({ ...facts, ...more })
    .from(plans)
    .where(inArray(plans.id, planIds))
  const where = await db
    .select({ id: places.id, name: places.name, nameEn: places.nameEn })
    .from(places)
    .where(eq(places.level, 'community'))
  return {
    planOf: (id: string) => rows.find((p) => p.id === id)!,
    placesOf: (ids: readonly string[]) => where.filter(({ id }) => ids.includes(id)),
  }
}

/** What was reached: each indicator and what one person came to; of few people, or people in a sensitive condition, neither. */
async function reachedBy(db: Reader, one: Service, { sensitive }: { sensitive: boolean }, least: number) {
  if (one.kind !== 'contract' || sensitive) return { cost: null, indicators: [] }
  const cost = await unitCostOf(db, one.id)
  const read = (await indicatorsOf(db, one.id)).filter(({ value }) => value !== null)
  return { cost: cost.people >= least ? cost : null, indicators: read.slice(0, 3) }
}

async function shownOf(db: Reader, all: readonly Rated[], least: number) {
  const { planOf, placesOf } = await namesOf(db, all)
  return Promise.all(
    all.map(async ({ served, ...one }) => {
      const plan = planOf(one.planId)
      return {
        ...one,
        plan,
        kinds: [...new Set(served.map((s) => s.category))],
        communities: placesOf(served.map((s) => s.communityId)),
        ...(await reachedBy(db, { ...one, served }, plan, least)),
      }
    }),
  )
}

const rated = (all: readonly Service[], levels: (id: string) => number[], least: number, prior: Prior) =>
  all.map((one) => ({ ...one, rating: summarise(levels(one.id), least, prior) })).sort(better)

/** 好服务: what was or is being done in any community, with what it reached, was rated and cost, for others to take up. */
export async function showcase(db: Reader, sought: Sought, now: Date) {
  const today = dateOf(now)
  const category = categories.find((c): c is Category => c === sought.category) ?? null
  const there = await within(db, sought.place)
  const all = (await servicesOn(db, today)).filter((one) => matches(one, there, { ...sought, category }))
  const least = (await parameter(db, 'RATING_MIN_CELL', today)).value
  const ranked = rated(all, await levelsOf(db), least, await priorNow(db, today))
  const pages = Math.max(1, Math.ceil(ranked.length / PAGE))
  const page = Math.min(Math.max(1, sought.page || 1), pages)
  return {
    ...{ category, page, pages, least, found: ranked.length },
    services: await shownOf(db, ranked.slice((page - 1) * PAGE, page * PAGE), least),
  }
}
export type Shown = Awaited<ReturnType<typeof showcase>>['services'][number]

/** One service that may be taken up elsewhere, by its project. */
export async function findShown(db: Reader, planId: string, now: Date) {
  const today = dateOf(now)
  const one = (await servicesOn(db, today)).find((s) => s.planId === planId)
  if (!one) throw new Refusal('missing', 'project')
  const least = (await parameter(db, 'RATING_MIN_CELL', today)).value
  const ranked = rated([one], await levelsOf(db), least, await priorNow(db, today))
  const [shown] = await shownOf(db, ranked, least)
  return { shown: shown!, least }
}
