import { eq } from 'drizzle-orm'
import { offers, parties } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf, yearOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { struckIn } from '../../masked-words.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { nextRef } from '../../reference.ts'
import { Refusal } from '../../refusal.ts'
import { findOffer, type OfferFacts, openLines } from './find-offer.ts'
import type { OfferWords } from './forms.ts'
import { partnerOffer as machine } from './machine.ts'

export const linkTo = (id: string) => `/offers/${id}`
type One = { offerId: string }

async function buyersHandler(tx: Tx, buyerId: string) {
  const [buyer] = await tx.select({ kind: parties.kind }).from(parties).where(eq(parties.id, buyerId))
  const role = buyer?.kind === 'district_office' ? ('district_handler' as const) : ('street_handler' as const)
  return { role, partyId: buyerId }
}
/** 失信主体 and bodies that are struck off lend their name to nothing. */
async function mustStandWell(tx: Tx, partyId: string) {
  const [body] = await tx.select().from(parties).where(eq(parties.id, partyId))
  if (body?.credit !== 'normal' || body.deregisteredOn) throw new Refusal('conflict', 'offer-body-unfit')
}

/** 发布爱心优惠、认捐实物: a body declares what it gives beside the public purse, to what, and what it says it is worth. */
export const postOffer = (ctx: Context, { line, ...typed }: OfferWords) =>
  ctx.transact(async (tx) => {
    const partyId = ctx.actor.seat?.partyId ?? ''
    authorize(ctx.actor, 'partnerOffer.post', { partyId })
    await mustStandWell(tx, partyId)
    const postedAt = ctx.clock.now()
    const goesWith = (await openLines(tx, dateOf(postedAt))).find((one) => one.line === line)
    if (!goesWith) throw new Refusal('missing', 'offer-line-missing')
    if (typed.to < dateOf(postedAt)) throw new Refusal('invalid', 'offer-over')
    const refNo = await nextRef(tx, 'AX', yearOf(dateOf(postedAt)))
    const of = line.startsWith('plan:') ? { planId: goesWith.id } : { frameworkId: goesWith.id }
    const by = { postedBy: ctx.actor.personId!, postedAt, state: 'posted' as const }
    const [made] = await tx
      .insert(offers)
      .values({ ...struckIn(typed, ['title', 'words', 'valueGround']), ...of, ...by, partyId, refNo })
      .returning({ id: offers.id })
    const to = await buyersHandler(tx, goesWith.buyerId)
    await notify(tx, ctx, to, 'offer-posted', linkTo(made!.id), { no: refNo })
    await record(tx, ctx, 'partnerOffer.post', { subject: made!.id }, { kind: typed.kind })
    return made!
  })

const toPartner = (was: OfferFacts) => ({ role: 'org_editor' as const, partyId: was.partyId })
const decided = (ctx: Context) => ({ decidedBy: ctx.actor.personId!, decidedAt: ctx.clock.now() })

/** 公示: the buyer of the service looks at it; nobody of the partner's own does. */
export const listOffer = (ctx: Context, { offerId }: One) =>
  ctx.transact(async (tx) => {
    const was = await findOffer(tx, offerId)
    authorize(ctx.actor, 'partnerOffer.list', was)
    await move(tx, offers, machine, was, 'list', decided(ctx))
    await notify(tx, ctx, toPartner(was), 'offer-listed', linkTo(offerId), { no: was.refNo })
    await record(tx, ctx, 'partnerOffer.list', { subject: offerId })
    return { id: offerId }
  })

/** 不公示: with the reason. */
export const declineOffer = (ctx: Context, { offerId, reason }: One & { reason: string }) =>
  ctx.transact(async (tx) => {
    const was = await findOffer(tx, offerId)
    authorize(ctx.actor, 'partnerOffer.decline', was)
    await move(tx, offers, machine, was, 'decline', { ...decided(ctx), reason })
    await notify(tx, ctx, toPartner(was), 'offer-declined', linkTo(offerId), { no: was.refNo })
    await record(tx, ctx, 'partnerOffer.decline', { subject: offerId })
    return { id: offerId }
  })

/** 结束: by the partner; what was already spoken for is still honoured. */
export const endOffer = (ctx: Context, { offerId }: One) =>
  ctx.transact(async (tx) => {
    const was = await findOffer(tx, offerId)
    authorize(ctx.actor, 'partnerOffer.end', was)
    await move(tx, offers, machine, was, 'end', { endedAt: ctx.clock.now() })
    await record(tx, ctx, 'partnerOffer.end', { subject: offerId })
    return { id: offerId }
  })
