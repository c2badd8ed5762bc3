import { eq } from 'drizzle-orm'
import { newId } from '#db/dialect.ts'
import { finalOffers } from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import type { Context } from '../../../context.ts'
import { dateOf } from '../../../dates.ts'
import { authorize } from '../../../policy/index.ts'
import { Refusal } from '../../../refusal.ts'
import type { SentBody } from '../../proposal/body.ts'
import { refuseOverCap } from '../../proposal/budget/caps.ts'
import { type Call, findCall } from '../../proposal/find-call.ts'
import { type Proposal, proposalOf } from '../../proposal/find-proposal.ts'
import { finalBudget } from './final-budget.ts'
import { type Consultation, consultationOf, type FinalOffer, finalOf, wasAsked } from './find-consultation.ts'
import type { FinalWords } from './forms.ts'

export type FinalBody = { budget: NonNullable<SentBody['budget']>; commitment: string | null }
type Act = 'finalOffer.write' | 'finalOffer.send'
/** A bidder's place in the round: asked together with all who remain; to anybody else there is nothing here. */
export type Asked = { call: Call; round: Consultation; own: Proposal; final: FinalOffer | null }

/** The actor's own body in a round that was asked for. */
export async function askedHere(db: Reader, ctx: Context, act: Act, tenderId: string): Promise<Asked> {
  const partyId = ctx.actor.seat?.partyId ?? ''
  const own = partyId ? await proposalOf(db, tenderId, partyId) : null
  authorize(ctx.actor, act, { supplierId: own?.supplierId ?? '' })
  const round = await consultationOf(db, tenderId)
  if (!round || !wasAsked(round, own)) throw new Refusal('missing', 'finals-not-asked')
  return { call: await findCall(db, tenderId), round, own, final: await finalOf(db, own.id) }
}

/** Until when, by the server's clock, and whether this body is still in it. */
export function whyNoFinal(ctx: Context, { call, round, own }: Omit<Asked, 'final'>): string | null {
  if (own.state === 'disqualified') return 'final-not-in'
  if (call.state !== 'opened' || round.state !== 'asked') return 'final-too-late'
  return ctx.clock.now() < round.dueAt! ? null : 'final-too-late'
}
export function refuseFinal(ctx: Context, asked: Omit<Asked, 'final'>) {
  const why = whyNoFinal(ctx, asked)
  if (why) throw new Refusal('conflict', why)
}

const purpose = (id: string) => `final offer draft ${id}`
/** What is written and not sent; nothing: null. */
export const readFinalDraft = (ctx: Context, final: FinalOffer | null): FinalBody | null =>
  final?.draftSealed ? (JSON.parse(ctx.vault.open(purpose(final.id), final.draftSealed)) as FinalBody) : null

async function keep(tx: Tx, ctx: Context, { own, final }: Asked, body: FinalBody) {
  const id = final?.id ?? newId()
  const draftSealed = ctx.vault.seal(purpose(id), JSON.stringify(body))
  const about = { tenderId: own.tenderId, proposalId: own.id, createdAt: ctx.clock.now() }
  if (final) await tx.update(finalOffers).set({ draftSealed }).where(eq(finalOffers.id, id))
  else await tx.insert(finalOffers).values({ id, ...about, draftSealed })
}

/** 填写最后报价: kept sealed with the server's own key until it is sent; what was sent before stands meanwhile. */
export const writeFinal = (
  ctx: Context,
  { tenderId, price, lines, commitment }: FinalWords & { tenderId: string },
) =>
  ctx.transact(async (tx) => {
    const asked = await askedHere(tx, ctx, 'finalOffer.write', tenderId)
    refuseFinal(ctx, asked)
    if (price > asked.call.ceiling) throw new Refusal('invalid', 'price-over-ceiling')
    const first = (asked.own.body as unknown as SentBody).budget!
    const budget = finalBudget(price, lines, first)
    await refuseOverCap(tx, budget, dateOf(ctx.clock.now()))
    await keep(tx, ctx, asked, { budget, commitment: commitment ?? null })
    return { id: tenderId }
  })
