import { eq } from 'drizzle-orm'
import { buyerChecks, priceCorrections, proposals, tenders } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { dateOf } from '../../dates.ts'
import type { Fen } from '../../money.ts'
import { type Block, blocksOf } from '../../who/standing/blocks-of.ts'
import type { SentBody } from '../proposal/body.ts'
import { partnersOf } from '../proposal/consortium/terms.ts'
import type { Call } from '../proposal/find-call.ts'
import { finalsPending } from './consultation/finals-pending.ts'
import type { Ground } from './grounds.ts'
import { type LowPriceFigure, type LowPriceTest, lowPriceFigures, lowPriceLimits } from './low-price.ts'

export type PriceCorrection = typeof priceCorrections.$inferSelect
export type BuyerCheck = typeof buyerChecks.$inferSelect
export type Opened = typeof proposals.$inferSelect & {
  /** What bars its lead or a partner on the opening day. */
  bars: Array<Block['key']>
  correction: PriceCorrection | null
  buyerCheck: BuyerCheck | null
}

/** Every body behind a proposal is held to what its lead is held to: one that is barred bars them all. */
export async function barsOf(
  db: Reader,
  p: { supplierId: string; body: unknown },
  date: string,
): Promise<Array<Block['key']>> {
  const partners = partnersOf(p.body as SentBody | null).map(({ partyId }) => partyId)
  const found: Block[] = []
  for (const id of [p.supplierId, ...partners]) found.push(...(await blocksOf(db, id, date)))
  return [...new Set(found.map(({ key }) => key))]
}

/** Everything opened, with what bars each on the opening day, and what was found of its price. */
export async function openedOf(db: Reader, tenderId: string): Promise<Opened[]> {
  const rows = await db
    .select({
      proposal: proposals,
      openedAt: tenders.openedAt,
      correction: priceCorrections,
      buyerCheck: buyerChecks,
    })
    .from(proposals)
    .innerJoin(tenders, eq(tenders.id, proposals.tenderId))
    .leftJoin(priceCorrections, eq(priceCorrections.proposalId, proposals.id))
    .leftJoin(buyerChecks, eq(buyerChecks.proposalId, proposals.id))
    .where(eq(proposals.tenderId, tenderId))
  const opened = rows.filter(({ proposal, openedAt }) => proposal.body !== null && openedAt !== null)
  const found: Opened[] = []
  for (const { proposal, openedAt, ...checked } of opened)
    found.push({ ...proposal, ...checked, bars: await barsOf(db, proposal, dateOf(openedAt!)) })
  return found.sort((a, b) => Number(a.alias) - Number(b.alias))
}
export const bodyOf = (p: Pick<Opened, 'body'>) => p.body as unknown as SentBody
export const stillIn = (list: readonly Opened[]) => list.filter((p) => p.state !== 'disqualified')
/** What the panel looks at: whoever the buyer found not to qualify never reaches it. */
export const beforePanel = (list: readonly Opened[]) => list.filter((p) => !p.buyerCheck?.failed.length)

/** 先质量、后价格: while the second envelopes are shut, nothing of price is looked at. */
export const pricesSealed = (call: Pick<Call, 'method' | 'pricesOpenedAt'>, all: readonly Opened[]) =>
  call.method.twoEnvelopes && call.pricesOpenedAt === null && all.some((p) => p.price === null)

/** The bidder said no to its corrected price, or let the time pass. */
const refusesCorrection = ({ correction: c }: Opened, now: Date) =>
  c?.agreedAt != null && c.answer !== 'yes' && (c.answer === 'no' || (c.dueAt !== null && now >= c.dueAt))
/** A corrected price that its bidder has still to answer for. */
export const awaitsCorrection = (p: Opened, now: Date) =>
  p.correction?.agreedAt != null && p.correction.answer === null && !refusesCorrection(p, now)

type Asked = Pick<Call, 'ceiling' | 'openedAt' | 'method' | 'pricesOpenedAt'>
/** What the product itself sees on the opening day, and no vote can overlook. */
export function hardGrounds(call: Asked, p: Opened, now: Date): Ground[] {
  const on = dateOf(call.openedAt!)
  const body = bodyOf(p)
  const lead = body.team.find((m) => m.leads)
  const found: Array<[Ground, boolean]> = [
    ['abnormal_list', p.bars.includes('on-abnormal-list')],
    ['dishonest', p.bars.includes('on-dishonest-list')],
    ['barred', p.bars.some((key) => key !== 'on-abnormal-list' && key !== 'on-dishonest-list')],
    ['integrity_missing', body.integrity === null],
    ['over_ceiling', p.price === null ? !pricesSealed(call, [p]) : p.price > call.ceiling],
    ['lead_unlicensed', !lead || lead.registeredUntil < on],
    ['correction_refused', refusesCorrection(p, now)],
  ]
  return found.filter(([, is]) => is).map(([ground]) => ground)
}

export type Flag = { p: Opened; tests: LowPriceTest[]; figures: LowPriceFigure[] }
/** Very low prices among those that passed; a route that does not score price has none. */
export async function lowPrices(db: Reader, call: Call, all: readonly Opened[]): Promise<Flag[]> {
  if (call.method.noPrice || pricesSealed(call, all) || finalsPending(call)) return []
  const passed = all.filter(
    (p) => p.price !== null && (p.state !== 'disqualified' || p.endGround === 'low_price'),
  )
  const limits = await lowPriceLimits(db, dateOf(call.openedAt!))
  const prices = passed.map((p) => p.price as Fen)
  return passed
    .map((p) => {
      const figures = lowPriceFigures(p.price as Fen, prices, call.ceiling, limits)
      return { p, figures, tests: figures.filter((f) => f.trips).map((f) => f.test) }
    })
    .filter(({ tests }) => tests.length > 0)
}
