import { eq } from 'drizzle-orm'
import { parties, proposals } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { dateOf } from '../../dates.ts'
import type { Fen } from '../../money.ts'
import type { SentBody } from '../proposal/body.ts'
import type { Call } from '../proposal/find-call.ts'
import type { Ground } from './grounds.ts'
import { type LowPriceTest, lowPriceLimits, tripped } from './low-price.ts'

export type Opened = typeof proposals.$inferSelect & { credit: string; creditSince: string | null }

/** Everything opened, with the standing of each body as the register has it. */
export async function openedOf(db: Reader, tenderId: string): Promise<Opened[]> {
  const rows = await db
    .select({ proposal: proposals, credit: parties.credit, creditSince: parties.creditSince })
    .from(proposals)
    .innerJoin(parties, eq(parties.id, proposals.supplierId))
    .where(eq(proposals.tenderId, tenderId))
  return rows
    .map(({ proposal, ...standing }) => ({ ...proposal, ...standing }))
    .filter((p) => p.body !== null)
    .sort((a, b) => Number(a.alias) - Number(b.alias))
}
export const bodyOf = (p: Pick<Opened, 'body'>) => p.body as unknown as SentBody
export const stillIn = (list: readonly Opened[]) => list.filter((p) => p.state !== 'disqualified')

/** What the product itself sees on the opening day, and no vote can overlook. */
export function hardGrounds(call: Pick<Call, 'ceiling' | 'openedAt'>, p: Opened): Ground[] {
  const on = dateOf(call.openedAt!)
  const listed = (credit: string) => p.credit === credit && (!p.creditSince || p.creditSince <= on)
  const body = bodyOf(p)
  const lead = body.team.find((m) => m.leads)
  const found: Array<[Ground, boolean]> = [
    ['abnormal_list', listed('abnormal_list')],
    ['dishonest', listed('dishonest')],
    ['integrity_missing', body.integrity === null],
    ['over_ceiling', p.price === null || p.price > call.ceiling],
    ['lead_unlicensed', !lead || lead.registeredUntil < on],
  ]
  return found.filter(([, is]) => is).map(([ground]) => ground)
}

export type Flag = { p: Opened; tests: LowPriceTest[] }
/** Very low prices among those that passed; a route that does not score price has none. */
export async function lowPrices(db: Reader, call: Call, all: readonly Opened[]): Promise<Flag[]> {
  if (call.method.noPrice) return []
  const passed = all.filter((p) => p.state !== 'disqualified' || p.endGround === 'low_price')
  const limits = await lowPriceLimits(db, dateOf(call.openedAt!))
  const prices = passed.map((p) => p.price as Fen)
  return passed
    .map((p) => ({ p, tests: tripped(p.price as Fen, prices, call.ceiling, limits) }))
    .filter(({ tests }) => tests.length > 0)
}
