import type { Reader } from '#db/store.ts'
import type { Context } from '../../../context.ts'
import { countdownTo } from '../../../countdown.ts'
import { dateOf } from '../../../dates.ts'
import { may } from '../../../policy/index.ts'
import type { SentBody } from '../../proposal/body.ts'
import { proposalOf } from '../../proposal/find-proposal.ts'
import { receiptLine } from '../../seal/leaf.ts'
import { type Asked, askedHere, readFinalDraft, whyNoFinal } from './final-draft.ts'
import { finalsPending } from './finals-pending.ts'
import { type Consultation, consultationOf, wasAsked } from './find-consultation.ts'
import { prepareFinal } from './send-final.ts'

type Due = Pick<Consultation, 'askedAt' | 'dueAt'>
/** 最后报价截止, with the article it rests on. */
export const finalClock = (db: Reader, ctx: Context, { askedAt, dueAt }: Due) =>
  countdownTo(db, ctx, {
    code: 'FINAL_OFFER',
    from: dateOf(askedAt!),
    on: dateOf(new Date(dueAt!.getTime() - 1)),
  })

/** The own receipt, once something was sent. */
function receiptOf(ctx: Context, { final }: Asked) {
  if (!final?.sealHash) return null
  const { version, receiptNo, sealHash, sealSalt, sealedIn, submittedAt, price } = final
  const line = receiptLine(ctx, final)
  return { version, receiptNo, sealHash, sealSalt, sealedIn, submittedAt, price, line }
}

const shownCall = ({ id, refNo, title, ceiling, state, endReason, method }: Asked['call']) => ({
  id,
  refNo,
  title,
  ceiling,
  state,
  endReason,
  minProposals: method.minProposals,
})

/** 最后报价 as its bidder sees it: what was said to all, by when, its own first price, what it has written and sent. Never how many others. */
export async function readFinal(ctx: Context, tenderId: string) {
  const asked = await askedHere(ctx.db, ctx, 'finalOffer.write', tenderId)
  const { call, round, own, final } = asked
  const body = own.body as unknown as SentBody
  const first = body.final?.first ?? body.budget!
  return {
    call: shownCall(call),
    round: { words: round.words, changes: round.changes, askedAt: round.askedAt!, dueAt: round.dueAt! },
    clock: await finalClock(ctx.db, ctx, round),
    first: { price: own.firstPrice ?? own.price!, lines: first.lines },
    draft: readFinalDraft(ctx, final),
    sent: receiptOf(ctx, asked),
    why: whyNoFinal(ctx, asked),
    opened: call.finalsOpenedAt,
    aside: own.state === 'disqualified' ? own.endGround : null,
    signs: may(ctx.actor, 'finalOffer.send', { supplierId: own.supplierId }),
  }
}
export type OwnFinal = Awaited<ReturnType<typeof readFinal>>

/** The page of sending: the words as they are sealed, for the script alone. */
export async function readFinalSealing(ctx: Context, tenderId: string) {
  const asked = await askedHere(ctx.db, ctx, 'finalOffer.send', tenderId)
  const own = await readFinal(ctx, tenderId)
  const prepared = own.why ? null : await prepareFinal(ctx.db, ctx, asked)
  if (!prepared) return { own, sealing: null }
  const parts = prepared.parts.map(({ key, ...part }) => ({
    ...part,
    key: Buffer.from(key).toString('base64'),
  }))
  return { own, sealing: { ...prepared, parts } }
}

/** Whether this reader's body was asked: its page tells the way to its final offer. */
async function ownRound(ctx: Context, call: Parameters<typeof finalsPending>[0] & { id: string }) {
  const supplierId = ctx.actor.seat?.partyId
  if (!call.method.finalOffers || !call.openedAt || !supplierId) return false
  if (!may(ctx.actor, 'finalOffer.write', { supplierId })) return false
  const round = await consultationOf(ctx.db, call.id)
  return wasAsked(round, await proposalOf(ctx.db, call.id, supplierId))
}

/** What everybody may know of the round: that it is held, and until when; never what was said, who is in it or how many. */
export async function publicRound(
  db: Reader,
  ctx: Context,
  call: Parameters<typeof finalsPending>[0] & { id: string; state: string },
) {
  if (!call.method.finalOffers || !call.openedAt) return null
  if (!finalsPending(call) || call.state !== 'opened') return { state: 'over' as const, clock: null }
  const round = await consultationOf(db, call.id)
  if (round?.state !== 'asked') return { state: 'talking' as const, clock: null }
  return { state: 'asked' as const, clock: await finalClock(db, ctx, round) }
}

/** The round on the page of its call. */
export const roundOf = async (ctx: Context, call: Parameters<typeof publicRound>[2]) => ({
  round: await publicRound(ctx.db, ctx, call),
  ownRound: await ownRound(ctx, call),
})
