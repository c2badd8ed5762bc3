import { desc, lte } from 'drizzle-orm'
import { methods } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Fen } from '../../money.ts'
import { Refusal } from '../../refusal.ts'

export type Method = typeof methods.$inferSelect
/** Why a route does or does not admit an amount: a message key `route.<why>`. */
export type Fit = 'fits' | 'amount-under' | 'amount-over' | 'not-offered'

/** The version of every route in force on a date, by the least amount each is for. */
export async function methodsInForce(db: Reader, on: string): Promise<Method[]> {
  const all = await db.select().from(methods).where(lte(methods.from, on)).orderBy(desc(methods.version))
  const newest = new Map<string, Method>()
  for (const method of all) if (!newest.has(method.code)) newest.set(method.code, method)
  return [...newest.values()].sort(
    (a, b) => a.minAmount - b.minAmount || (a.maxAmount ?? Infinity) - (b.maxAmount ?? Infinity),
  )
}

/** Whether a route admits an amount (分), and if not, why not. */
export function fitOf(method: Method, amount: Fen): Fit {
  if (amount < method.minAmount) return 'amount-under'
  if (method.maxAmount !== null && amount > method.maxAmount) return 'amount-over'
  return method.offered ? 'fits' : 'not-offered'
}

/** Every route with its answer for an amount: the choice explains itself. */
export const routesFor = (all: readonly Method[], amount: Fen) =>
  all.map((method) => ({ method, fit: fitOf(method, amount) }))

/** Refuses a route that does not admit the amount. */
export function mustFit(method: Method, amount: Fen): void {
  const fit = fitOf(method, amount)
  if (fit === 'not-offered') throw new Refusal('invalid', 'route-not-offered', { route: method.name })
  if (fit !== 'fits') throw new Refusal('invalid', 'amount-outside-route', { route: method.name })
}
