import { and, eq, ne } from 'drizzle-orm'
import { panelSeats, scoreSheets } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { Refusal } from '../../refusal.ts'
import { holdOn } from '../challenge/holds.ts'
import { finalsPending } from '../evaluation/consultation/finals-pending.ts'
import { consultationOf } from '../evaluation/consultation/find-consultation.ts'
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

/** 最后报价 of a call that goes on: everything else of it is open. */
export const finalsAwaited = (call: Call) => call.state === 'opened' && finalsPending(call)

async function finalsDue(db: Reader, ctx: Context, call: Call): Promise<Envelope> {
  const round = await consultationOf(db, call.id)
  if (round?.state !== 'asked') throw new Refusal('conflict', 'finals-not-asked')
  if (ctx.clock.now() < round.dueAt!) throw new Refusal('conflict', 'opening-too-early')
  if (await holdOn(db, call.id, ctx.clock.now())) throw new Refusal('conflict', 'tender-suspended')
  return 'final'
}

/** Which envelope may be opened now, or why none. */
export async function dueEnvelope(db: Reader, ctx: Context, call: Call): Promise<Envelope> {
  const [main] = envelopesOf(call)
  if (!main) throw new Refusal('conflict', 'seal-without-keepers')
  if (finalsAwaited(call)) return finalsDue(db, ctx, call)
  if (!pricesSealed(call)) {
    await refuseOpening(db, ctx, call, true)
    return main
  }
  if (call.state !== 'opened') throw new Refusal('conflict', 'not-in-this-state')
  if (!(await qualitySigned(db, call.id))) throw new Refusal('conflict', 'quality-not-signed')
  await refuseUnsettledQuality(db, call.id)
  return 'price'
}
