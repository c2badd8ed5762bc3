import { eq } from 'drizzle-orm'
import { priceCorrections, proposals } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf, endOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { notify } from '../../notify.ts'
import { deadlineOf } from '../../parameters.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import type { Call } from '../proposal/find-call.ts'
import { amountInWords } from './amount-in-words.ts'
import { corrected, type Readings } from './arithmetic.ts'
import type { CorrectionWords } from './ask-forms.ts'
import { refuseAsked } from './consultation/find-consultation.ts'
import { findPanel, ownSeat, refuseOver, refuseUnread, votesOf } from './find-panel.ts'
import { bodyOf, type Opened, openedOf, type PriceCorrection, pricesSealed, stillIn } from './opened.ts'
import { isQualified } from './verdicts.ts'

async function looking(tx: Tx, ctx: Context, tenderId: string, proposalId: string) {
  const panel = await findPanel(tx, tenderId)
  const mine = ownSeat(panel, ctx)
  refuseUnread(panel)
  refuseOver(panel)
  await refuseAsked(tx, tenderId)
  const all = await openedOf(tx, tenderId)
  const p = stillIn(all).find((one) => one.id === proposalId)
  if (!p) throw new Refusal('missing', 'proposal-missing')
  if (pricesSealed(panel.call, all)) throw new Refusal('conflict', 'prices-sealed')
  if (isQualified(panel, await votesOf(tx, tenderId), all))
    throw new Refusal('conflict', 'qualification-settled')
  return { panel, mine, p }
}

/** What the papers say, as a member has read them; unit prices as the sheet itself has them, where it has all of them. */
export function readingsOf(p: Opened, typed: Pick<CorrectionWords, 'paper' | 'capital'>): Readings {
  const words = typed.capital ? amountInWords(typed.capital) : undefined
  if (words === null) throw new Refusal('invalid', 'capital-unreadable')
  const lines = (bodyOf(p).budget?.lines ?? []).flatMap(({ unitPrice, quantity }) =>
    unitPrice !== undefined && quantity !== undefined ? [{ unit: unitPrice, quantity }] : [],
  )
  const whole = lines.length > 0 && lines.length === bodyOf(p).budget?.lines.length
  return { opening: p.price!, paper: typed.paper, words, lines: whole ? lines : undefined }
}

/** Once more than half of the panel reads it so, the bidder is asked to confirm, with a clock. */
async function askBidder(tx: Tx, ctx: Context, call: Call, p: Opened) {
  const at = ctx.clock.now()
  const dueAt = endOf(await deadlineOf(tx, ctx.calendar, 'CORRECTION_REPLY', dateOf(at)))
  await tx.update(priceCorrections).set({ agreedAt: at, dueAt }).where(eq(priceCorrections.proposalId, p.id))
  const to = { role: 'org_signer' as const, partyId: p.supplierId }
  await notify(tx, ctx, to, 'price-corrected', `/tenders/${call.id}/price-correction`, { tender: call.title })
}
const isMajority = (agreed: readonly string[], panel: { seats: readonly unknown[] }) =>
  agreed.length * 2 > panel.seats.length

type Found = CorrectionWords & { tenderId: string; proposalId: string }
/** 报价算术修正: a member says what the papers say; the order of the law says what the price then is. */
export const findCorrection = (ctx: Context, { tenderId, proposalId, words, ...typed }: Found) =>
  ctx.transact(async (tx) => {
    const { panel, mine, p } = await looking(tx, ctx, tenderId, proposalId)
    authorize(ctx.actor, 'priceCorrection.find', panel.call)
    if (p.correction) throw new Refusal('conflict', 'correction-found')
    const readings = readingsOf(p, typed)
    const { price, steps } = corrected(readings)
    if (price === p.price) throw new Refusal('invalid', 'price-agrees')
    const agreedBy = [mine.id]
    await tx.insert(priceCorrections).values({
      tenderId,
      proposalId,
      readings,
      steps,
      words,
      agreedBy,
      was: p.price!,
      corrected: price,
      foundBy: mine.id,
      foundAt: ctx.clock.now(),
    })
    if (isMajority(agreedBy, panel)) await askBidder(tx, ctx, panel.call, p)
    await record(tx, ctx, 'priceCorrection.find', { subject: proposalId }, { ordinal: mine.ordinal, steps })
    return { id: tenderId }
  })

/** 算术可以商定: another member reads the papers the same way. */
export const agreeCorrection = (
  ctx: Context,
  { tenderId, proposalId }: { tenderId: string; proposalId: string },
) =>
  ctx.transact(async (tx) => {
    const { panel, mine, p } = await looking(tx, ctx, tenderId, proposalId)
    authorize(ctx.actor, 'priceCorrection.agree', panel.call)
    const was: PriceCorrection | null = p.correction
    if (!was) throw new Refusal('missing', 'correction-missing')
    if (was.agreedAt || was.agreedBy.includes(mine.id)) throw new Refusal('conflict', 'correction-agreed')
    const agreedBy = [...was.agreedBy.filter((id) => panel.seats.some((s) => s.id === id)), mine.id]
    await tx.update(priceCorrections).set({ agreedBy }).where(eq(priceCorrections.id, was.id))
    if (isMajority(agreedBy, panel)) await askBidder(tx, ctx, panel.call, p)
    await record(tx, ctx, 'priceCorrection.agree', { subject: proposalId }, { ordinal: mine.ordinal })
    return { id: tenderId }
  })

/** The price a proposal is held to from now on; what was sealed stays as it was, beside it. */
export const holdToCorrected = (tx: Tx, { proposalId, corrected: price }: PriceCorrection) =>
  tx.update(proposals).set({ price }).where(eq(proposals.id, proposalId))
