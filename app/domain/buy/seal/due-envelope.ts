import { and, eq, ne } from 'drizzle-orm'
import { panelSeats, scoreSheets } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { Refusal } from '../../refusal.ts'
import { refuseOpening } from '../evaluation/open-tender.ts'
import { refuseUnsettledQuality } from '../evaluation/two-envelopes.ts'
import type { Call } from '../proposal/find-call.ts'
import { type Envelope, envelopesOf } from './find-keepers.ts'

type Prices = Pick<Call, 'sealMode' | 'openedAt' | 'pricesOpenedAt'> & { method: { twoEnvelopes: boolean } }
/** 报价信封还没开: quality is judged first, and no price is known to anybody. */
export const pricesSealed = (call: Prices) =>
  call.openedAt !== null && call.pricesOpenedAt === null && envelopesOf(call).includes('price')
export function refusePricesSealed(call: Prices) {
  if (pricesSealed(call)) throw new Refusal('conflict', 'prices-still-sealed')
}

/** 质量分锁定: every member who sits has locked his sheet; only then may a price be seen. */
export async function qualitySigned(db: Reader, tenderId: string): Promise<boolean> {
  const seats = await db
    .select({ id: panelSeats.id })
    .from(panelSeats)
    .where(and(eq(panelSeats.tenderId, tenderId), ne(panelSeats.state, 'recused')))
  const sheets = await db
    .select({ seatId: scoreSheets.panelSeatId })
    .from(scoreSheets)
    .where(and(eq(scoreSheets.tenderId, tenderId), eq(scoreSheets.state, 'submitted')))
  return seats.length > 0 && seats.every(({ id }) => sheets.some((s) => s.seatId === id))
}

/** Which envelope may be opened now, or why none. */
export async function dueEnvelope(db: Reader, ctx: Context, call: Call): Promise<Envelope> {
  const [main] = envelopesOf(call)
  if (!main) throw new Refusal('conflict', 'seal-without-keepers')
  if (!pricesSealed(call)) {
    await refuseOpening(db, ctx, call, true)
    return main
  }
  if (call.state !== 'opened') throw new Refusal('conflict', 'not-in-this-state')
  if (!(await qualitySigned(db, call.id))) throw new Refusal('conflict', 'quality-not-signed')
  await refuseUnsettledQuality(db, call.id)
  return 'price'
}
