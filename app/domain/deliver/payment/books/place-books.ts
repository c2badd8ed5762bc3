import { asc, eq, inArray, isNotNull, max, min, ne } from 'drizzle-orm'
import { budgetLines, fundPools, ledgerEntries, places } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { dateOf, yearOf } from '../../../dates.ts'
import { type Fen, shareOf, sum } from '../../../money.ts'
import { Refusal } from '../../../refusal.ts'
import { bySource } from './org-books.ts'
import { broughtIn, type PlacePart, spentIn } from './place-parts.ts'

export type Place = Pick<typeof places.$inferSelect, 'id' | 'name' | 'nameEn' | 'level' | 'parentId'> & {
  population: number | null
}

/** Districts, streets and communities; a street without a count of its own has that of its communities. */
async function placeTree(db: Reader): Promise<Place[]> {
  const rows = await db
    .select()
    .from(places)
    .where(inArray(places.level, ['district', 'street', 'community']))
    .orderBy(asc(places.code))
  const heads = (id: string): number | null => {
    const own = rows.find((row) => row.id === id)?.population ?? null
    const below = rows.filter((row) => row.parentId === id).map((row) => heads(row.id))
    return own ?? (below.some((n) => n !== null) ? below.reduce<number>((a, n) => a + (n ?? 0), 0) : null)
  }
  return rows.map(({ id, name, nameEn, level, parentId }) => ({
    ...{ id, name, nameEn, level, parentId },
    population: heads(id),
  }))
}

const totalOf = (parts: readonly PlacePart[]) => sum(parts.map(({ amount }) => amount))
const perHead = (amount: Fen, population: number | null) =>
  population ? shareOf(amount, 1, population) : null

/** Whether a place lies in another, or is it. */
const within = (tree: readonly Place[], at: string | null, id: string): boolean =>
  at === id || (at !== null && within(tree, tree.find((p) => p.id === at)?.parentId ?? null, id))

/** 项目支出, the largest first. */
const byProject = (parts: readonly PlacePart[]) =>
  [...new Map(parts.map((p) => [p.planId, p.project]))]
    .map(([planId, title]) => ({ planId, title, amount: totalOf(parts.filter((p) => p.planId === planId)) }))
    .sort((a, b) => b.amount - a.amount)

/** One row an entry: what of it falls to this place, beside the whole. */
const byEntry = (parts: readonly PlacePart[], whole: readonly PlacePart[]) =>
  [...new Map(parts.map((p) => [p.id, p])).values()].map((one) => ({
    ...one,
    amount: totalOf(parts.filter(({ id }) => id === one.id)),
    whole: totalOf(whole.filter(({ id }) => id === one.id)),
  }))

/** From the first year with a budget or an entry to this one, or to the next once its budget is approved. */
async function yearsOf(db: Reader, today: string) {
  const budgets = await db
    .select({ first: min(fundPools.year), last: max(fundPools.year) })
    .from(fundPools)
    .innerJoin(budgetLines, eq(budgetLines.poolId, fundPools.id))
    .where(isNotNull(fundPools.approvedOn))
  const moved = await db
    .select({ at: min(ledgerEntries.at) })
    .from(ledgerEntries)
    .where(ne(ledgerEntries.kind, 'line.open'))
  const began = moved.flatMap(({ at }) => (at ? yearOf(dateOf(new Date(at))) : []))
  const known = [...began, ...budgets.flatMap(({ first, last }) => [first ?? [], last ?? []].flat())]
  const [first, last] = [Math.min(yearOf(today), ...known), Math.max(yearOf(today), ...known)]
  return Array.from({ length: last - first + 1 }, (_, at) => last - at)
}

type Year = { spent: PlacePart[]; income: PlacePart[]; tree: Place[] }
/** The figures of one place, and beside it what is spent there for every head. */
function figuresOf({ spent, income, tree }: Year, place: Place) {
  const own = spent.filter(({ placeId }) => within(tree, placeId, place.id))
  const came = income.filter(({ placeId }) => within(tree, placeId, place.id))
  const [paid, brought] = [totalOf(own), totalOf(came)]
  return { place, own, came, paid, brought, perHead: perHead(paid, place.population) }
}

/** What lies below a place, each with its own figures; `shared` is what no part of it has for itself. */
function belowOf(year: Year, place: Place, own: readonly PlacePart[]) {
  const parts = year.tree
    .filter(({ parentId }) => parentId === place.id)
    .map((child) => {
      const { paid, brought, perHead: each } = figuresOf(year, child)
      return { ...child, paid, brought, perHead: each }
    })
  return { parts, shared: totalOf(own.filter(({ placeId }) => placeId === place.id)) }
}

/** 公开账本 of a district, a street or a community: a year's money by source, project and voucher, and what it is for every head. */
export async function placeBooks(db: Reader, placeId: string, asked: string | null, today: string) {
  const tree = await placeTree(db)
  const place = tree.find(({ id }) => id === placeId)
  if (!place) throw new Refusal('missing', 'no-such-place')
  const years = await yearsOf(db, today)
  const year = years.find((y) => String(y) === asked) ?? yearOf(today)
  const read = { tree, spent: await spentIn(db, year), income: await broughtIn(db, year) }
  const { own, came, paid, brought, perHead: each } = figuresOf(read, place)
  return {
    ...{ place, year, years, paid, brought, perHead: each },
    parent: tree.find(({ id }) => id === place.parentId) ?? null,
    income: bySource(came),
    sources: bySource(own),
    projects: byProject(own),
    entries: byEntry(own, read.spent),
    incomes: byEntry(came, read.income),
    below: belowOf(read, place, own),
  }
}
export type PlaceBooks = Awaited<ReturnType<typeof placeBooks>>

/** The places whose books begin a district: those that lie in no other. */
export const topPlaces = async (db: Reader) =>
  (await placeTree(db)).filter(({ parentId }, _at, all) => !all.some(({ id }) => id === parentId))
