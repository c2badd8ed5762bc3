import { asc, count, inArray } from 'drizzle-orm'
import { needs, places } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { categories } from '#db/vocabulary.ts'
import { moneyIn } from '../../ask/need/money-in.ts'
import { dateOf, yearOf } from '../../dates.ts'
import { type Fen, shareOf, sum } from '../../money.ts'
import { covering } from './covering.ts'
import { type Category, type Service, servicesOn } from './find-served.ts'

/** Asked for in public, and not being bought yet. */
const waitingStates = ['published', 'accepted', 'shortlisted', 'selected'] as const
/** What a cell says at a glance: asked and not there, asked while there, there, was there, or nothing on record. */
export type CellState = 'gap' | 'partly' | 'served' | 'before' | 'unrecorded'
export type Cell = {
  state: CellState
  waiting: number
  serving: number
  before: number
  money: Fen
  perHead: Fen | null
}
type Place = {
  id: string
  name: string
  nameEn: string | null
  parentId: string | null
  population: number | null
}
export type GapRow = Omit<Place, 'parentId'> & {
  level: 'street' | 'community'
  cells: Record<Category, Cell>
}

type Waiting = { communityId: string; category: Category; n: number }
const waitingOf = (db: Reader): Promise<Waiting[]> =>
  db
    .select({ communityId: needs.communityId, category: needs.category, n: count() })
    .from(needs)
    .where(inArray(needs.state, [...waitingStates]))
    .groupBy(needs.communityId, needs.category)

const stateOf = ({ waiting, serving, before }: Pick<Cell, 'waiting' | 'serving' | 'before'>): CellState => {
  if (waiting > 0) return serving > 0 ? 'partly' : 'gap'
  if (serving > 0) return 'served'
  return before > 0 ? 'before' : 'unrecorded'
}

type Facts = {
  waiting: readonly Waiting[]
  services: readonly Service[]
  money: (key: string) => Fen
}
const keyOf = ({ communityId, category }: { communityId: string; category: Category }) =>
  `${communityId} ${category}`

/** How many live there, where that is on record of every one of them. */
const peopleOf = (there: readonly Place[]) =>
  there.length > 0 && there.every((p) => p.population) ? there.reduce((n, p) => n + p.population!, 0) : null

/** One kind of service in some communities together; a service of several of them counts once. */
function cellOf({ waiting, services, money }: Facts, there: readonly Place[], category: Category): Cell {
  const ids = new Set(there.map(({ id }) => id))
  const here = (one: { communityId: string; category: Category }) =>
    one.category === category && ids.has(one.communityId)
  const mine = services.filter(({ served }) => served.some(here))
  const counts = {
    waiting: waiting.filter(here).reduce((n, w) => n + w.n, 0),
    serving: mine.filter(({ done }) => !done).length,
    before: mine.filter(({ done }) => done).length,
  }
  const spent = sum(there.map(({ id }) => money(keyOf({ communityId: id, category }))))
  const people = peopleOf(there) ?? 0
  return {
    ...counts,
    state: stateOf(counts),
    money: spent,
    perHead: people > 0 ? shareOf(spent, 1, people) : null,
  }
}
const cellsOf = (facts: Facts, there: readonly Place[]) =>
  Object.fromEntries(categories.map((c) => [c, cellOf(facts, there, c)])) as Record<Category, Cell>

async function placesOf(db: Reader) {
  const { id, name, nameEn, parentId, population, level } = places
  const all = await db
    .select({ id, name, nameEn, parentId, population, level })
    .from(places)
    .where(inArray(places.level, ['street', 'community']))
    .orderBy(asc(places.code))
  return {
    streets: all.filter((p) => p.level === 'street'),
    communities: all.filter((p) => p.level === 'community'),
  }
}

async function factsOf(db: Reader, today: string): Promise<Facts> {
  return {
    waiting: await waitingOf(db),
    services: await servicesOn(db, today),
    money: await moneyIn(db, yearOf(today), keyOf),
  }
}

type Asked = { street?: string | null; category?: string | null; by?: string | null }
/** 服务缺口图: each kind of service in each street, or in each community of one, by what is on record here and nothing else. */
export async function gapMap(db: Reader, asked: Asked, now: Date) {
  const today = dateOf(now)
  const { streets, communities } = await placesOf(db)
  const street = streets.find(({ id }) => id === asked.street)?.id ?? null
  const category = categories.find((c) => c === asked.category) ?? null
  const facts = await factsOf(db, today)
  const byStreet = !street && asked.by !== 'community' && streets.length > 1
  const shown = communities.filter((c) => !street || c.parentId === street)
  const row = ({ id, name, nameEn }: Place, level: GapRow['level'], there: readonly Place[]): GapRow => ({
    ...{ id, name, nameEn, level, population: peopleOf(there) },
    cells: cellsOf(facts, there),
  })
  const within = (id: string) => communities.filter((c) => c.parentId === id)
  const { bodies, unsaid, of } = await covering(db, today)
  return {
    ...{ year: yearOf(today), street, category, byStreet, bodies, unsaid },
    streets: streets.map(({ id, name, nameEn }) => ({ id, name, nameEn })),
    rows: byStreet
      ? streets.map((s) => row(s, 'street', within(s.id)))
      : shown.map((c) => row(c, 'community', [c])),
    kinds: categories.map((c) => ({ category: c, bodies: of(c), ...cellOf(facts, shown, c) })),
  }
}
export type GapMap = Awaited<ReturnType<typeof gapMap>>
