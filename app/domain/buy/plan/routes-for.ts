import { desc, eq, lte } from 'drizzle-orm'
import { methods, parties, places } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { itemTypes } from '#db/vocabulary.ts'
import type { Fen } from '../../money.ts'
import { Refusal } from '../../refusal.ts'

export type Method = typeof methods.$inferSelect
/** Why a route does or does not admit a purchase: a message key `route.<why>`. */
export type Fit =
  | 'fits'
  | 'amount-under'
  | 'amount-over'
  | 'other-place'
  | 'services-only'
  | 'works-only'
  | 'needs-ground'
  | 'not-offered'

/** What is to be bought: its kinds, and the places its buyer is of, the own one and those above. */
export type Bought = {
  kinds?: ReadonlyArray<(typeof itemTypes)[number]>
  places?: readonly string[]
  ground?: string | null
}

/** The version of every route in force on a date, by the least amount each is for. */
export async function methodsInForce(db: Reader, on: string): Promise<Method[]> {
  const all = await db.select().from(methods).where(lte(methods.from, on)).orderBy(desc(methods.version))
  const newest = new Map<string, Method>()
  for (const method of all) if (!newest.has(method.code)) newest.set(method.code, method)
  return [...newest.values()].sort(
    (a, b) => a.minAmount - b.minAmount || (a.maxAmount ?? Infinity) - (b.maxAmount ?? Infinity),
  )
}

/** The place of a buyer and every place above it: a route of the district is open to its streets. */
export async function placesOfBuyer(db: Reader, buyerId: string): Promise<string[]> {
  const [buyer] = await db.select({ placeId: parties.placeId }).from(parties).where(eq(parties.id, buyerId))
  const chain: string[] = []
  for (let at = buyer?.placeId ?? null; at && !chain.includes(at); ) {
    chain.push(at)
    const [place] = await db.select({ parentId: places.parentId }).from(places).where(eq(places.id, at))
    at = place?.parentId ?? null
  }
  return chain
}

/** 工程、货物不是购买服务 (102号令 第十条): each kind has its own routes. */
const kindBar = ({ service }: Method, kinds: Bought['kinds']): Fit | null => {
  const works = (kinds ?? ['service']).some((kind) => kind === 'minor_works')
  if (service) return works ? 'services-only' : null
  return works ? null : 'works-only'
}

/** Whether a route admits an amount (分) of what is bought, and if not, why not. */
export function fitOf(method: Method, amount: Fen, bought: Bought = {}): Fit {
  if (bought.places && method.placeId && !bought.places.includes(method.placeId)) return 'other-place'
  const barred = kindBar(method, bought.kinds)
  if (barred) return barred
  if (amount < method.minAmount) return 'amount-under'
  if (method.maxAmount !== null && amount > method.maxAmount) return 'amount-over'
  if (!method.offered) return 'not-offered'
  return method.direct && !bought.ground ? 'needs-ground' : 'fits'
}

/** Every route with its answer: the choice explains itself. */
export const routesFor = (all: readonly Method[], amount: Fen, bought: Bought = {}) =>
  all.map((method) => ({ method, fit: fitOf(method, amount, bought) }))

const why: Partial<Record<Fit, string>> = {
  'not-offered': 'route-not-offered',
  'other-place': 'route-of-another-place',
  'services-only': 'works-are-no-service',
  'works-only': 'service-is-no-works',
  'needs-ground': 'direct-ground-missing',
}

/** Refuses a route that does not admit the purchase. */
export function mustFit(method: Method, amount: Fen, bought: Bought = {}): void {
  const fit = fitOf(method, amount, bought)
  if (fit !== 'fits') throw new Refusal('invalid', why[fit] ?? 'amount-outside-route', { route: method.name })
}
