import { randomInt } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import { offers, offerUses } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { findOffer, type OfferFacts } from './find-offer.ts'

type One = { offerId: string }

function mustRun(was: OfferFacts, kind: OfferFacts['kind'], today: string) {
  if (was.kind !== kind) throw new Refusal('conflict', 'offer-other-kind')
  if (was.state !== 'listed' || today < was.from || today > was.to)
    throw new Refusal('conflict', 'offer-not-open')
}

/** So many of them are spoken for from now on; never more than there are, and the database says so too. */
async function speakFor(tx: Tx, was: OfferFacts, quantity: number) {
  if (was.taken + quantity > was.quantity)
    throw new Refusal('conflict', 'offer-used-up', { left: was.quantity - was.taken })
  await tx
    .update(offers)
    .set({ taken: sql`${offers.taken} + ${quantity}` })
    .where(eq(offers.id, was.id))
}

/** 领取: one a person; he gets a code to show, and nobody is told who he is. */
export const takeOffer = (ctx: Context, { offerId }: One) =>
  ctx.transact(async (tx) => {
    const was = await findOffer(tx, offerId)
    authorize(ctx.actor, 'partnerOffer.take', was)
    const takenAt = ctx.clock.now()
    mustRun(was, 'discount', dateOf(takenAt))
    const mine = and(eq(offerUses.offerId, offerId), eq(offerUses.personId, ctx.actor.personId!))
    const [known] = await tx.select({ id: offerUses.id }).from(offerUses).where(mine)
    if (known) throw new Refusal('conflict', 'offer-taken-already')
    await speakFor(tx, was, 1)
    const taken = await tx
      .select({ code: offerUses.code })
      .from(offerUses)
      .where(eq(offerUses.offerId, offerId))
    const used = new Set(taken.map(({ code }) => code))
    let code = ''
    do code = String(randomInt(1_000_000)).padStart(6, '0')
    while (used.has(code))
    const use = { offerId, personId: ctx.actor.personId!, quantity: 1, code, takenAt }
    await tx.insert(offerUses).values({ ...use, state: 'taken' })
    await record(tx, ctx, 'partnerOffer.take', { subject: offerId })
    return { id: offerId }
  })

/** 核销: the partner honours a code once, and the use counts. */
export const honourUse = (ctx: Context, { offerId, code }: One & { code: string }) =>
  ctx.transact(async (tx) => {
    const was = await findOffer(tx, offerId)
    const [use] = await tx
      .select()
      .from(offerUses)
      .where(and(eq(offerUses.offerId, offerId), eq(offerUses.code, code)))
    authorize(ctx.actor, 'partnerOffer.honour', { ...was, usedBy: use?.personId ?? null })
    if (!use) throw new Refusal('missing', 'offer-code-wrong')
    if (use.state !== 'taken') throw new Refusal('conflict', 'offer-counted-already')
    if (was.state !== 'listed' && was.state !== 'ended') throw new Refusal('conflict', 'offer-not-open')
    const counted = { countedBy: ctx.actor.personId!, countedAt: ctx.clock.now() }
    await tx
      .update(offerUses)
      .set({ state: 'honoured', ...counted })
      .where(eq(offerUses.id, use.id))
    await record(tx, ctx, 'partnerOffer.honour', { subject: offerId })
    return { id: offerId }
  })

/** 实物接收: the buyer's side counts what came, by a numbered receipt; it is booked with no money. */
export const receiveGoods = (
  ctx: Context,
  { offerId, quantity, receiptNo }: One & { quantity: number; receiptNo: string },
) =>
  ctx.transact(async (tx) => {
    const was = await findOffer(tx, offerId)
    authorize(ctx.actor, 'partnerOffer.receive', was)
    const at = ctx.clock.now()
    mustRun(was, 'in_kind', dateOf(at))
    const same = and(eq(offerUses.offerId, offerId), eq(offerUses.receiptNo, receiptNo))
    const [known] = await tx.select({ id: offerUses.id }).from(offerUses).where(same)
    if (known) throw new Refusal('conflict', 'offer-receipt-known')
    await speakFor(tx, was, quantity)
    const by = {
      receiverId: ctx.actor.seat!.partyId,
      countedBy: ctx.actor.personId!,
      countedAt: at,
      takenAt: at,
    }
    await tx.insert(offerUses).values({ offerId, quantity, receiptNo, ...by, state: 'received' })
    await record(tx, ctx, 'partnerOffer.receive', { subject: offerId }, { quantity, receiptNo })
    return { id: offerId }
  })
