import { and, desc, eq, ne, sql } from 'drizzle-orm'
import { offers, offerUses, parties } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { sum, timesOf, zero } from '../../money.ts'
import { authorize, may } from '../../policy/index.ts'
import { findOffer, listedOffers, type OfferFacts, openLines } from './find-offer.ts'

/** How many of each offer were really used or came. */
async function countsOf(db: Reader) {
  const rows = await db
    .select({ id: offerUses.offerId, n: sql<number>`sum(${offerUses.quantity})`.mapWith(Number) })
    .from(offerUses)
    .where(ne(offerUses.state, 'taken'))
    .groupBy(offerUses.offerId)
  return new Map(rows.map(({ id, n }) => [id, n]))
}
type Row = Awaited<ReturnType<typeof listedOffers>>[number]
const shown = ({ offer, partner }: Row, n: number) => ({
  ...{ id: offer.id, kind: offer.kind, title: offer.title, partner, from: offer.from, to: offer.to },
  ...{ quantity: offer.quantity, left: offer.quantity - offer.taken, state: offer.state, counted: n },
  value: timesOf(offer.unitValue, n),
})

/** 社会资源 of one project, one agreement or all: what was really given, at the value its giver declared; apart from every fiscal sum. */
export async function givenFor(db: Reader, of: { planId?: string; frameworkId?: string } = {}) {
  const counts = await countsOf(db)
  const rows = (await listedOffers(db, of)).map((row) => shown(row, counts.get(row.offer.id) ?? 0))
  return { offers: rows, value: rows.length > 0 ? sum(rows.map(({ value }) => value)) : zero }
}

/** 爱心商家与实物捐助, for anybody. */
export async function offersPage(ctx: Context) {
  const partyId = ctx.actor.seat?.partyId ?? ''
  return {
    ...(await givenFor(ctx.db)),
    posts: may(ctx.actor, 'partnerOffer.post', { partyId }),
    own: await ownOffers(ctx, partyId),
  }
}

/** A partner's own offers, whatever their state. */
async function ownOffers(ctx: Context, partyId: string) {
  if (!may(ctx.actor, 'partnerOffer.post', { partyId })) return []
  const rows = await ctx.db
    .select({ offer: offers, partner: parties.name })
    .from(offers)
    .innerJoin(parties, eq(parties.id, offers.partyId))
    .where(eq(offers.partyId, partyId))
    .orderBy(desc(offers.postedAt))
  const counts = await countsOf(ctx.db)
  return rows.map((row) => shown(row, counts.get(row.offer.id) ?? 0))
}

/** What an offer is posted from. */
export async function postPage(ctx: Context) {
  authorize(ctx.actor, 'partnerOffer.post', { partyId: ctx.actor.seat?.partyId ?? '' })
  const today = dateOf(ctx.clock.now())
  const lines = await openLines(ctx.db, today)
  return { lines: lines.map(({ line, title }) => ({ line, title })), today }
}

/** What this reader may do with an offer now. */
function actsOf(ctx: Context, was: OfferFacts, used: boolean) {
  const { state, kind } = was
  const today = dateOf(ctx.clock.now())
  const runs = state === 'listed' && today >= was.from && today <= was.to && was.taken < was.quantity
  const shown = state === 'listed' || state === 'ended'
  const honours = may(ctx.actor, 'partnerOffer.honour', { ...was, usedBy: null })
  return {
    list: state === 'posted' && may(ctx.actor, 'partnerOffer.list', was),
    decline: state === 'posted' && may(ctx.actor, 'partnerOffer.decline', was),
    end: state === 'listed' && may(ctx.actor, 'partnerOffer.end', was),
    take: kind === 'discount' && runs && !used,
    honour: kind === 'discount' && shown && honours,
    receive: kind === 'in_kind' && runs && may(ctx.actor, 'partnerOffer.receive', was),
  }
}

/** One offer: listed, to anybody; before, to its two sides alone. The code is its owner's alone. */
export async function offerPage(ctx: Context, id: string) {
  const was = await findOffer(ctx.db, id)
  if (was.state !== 'listed' && was.state !== 'ended') authorize(ctx.actor, 'partnerOffer.read', was)
  const { personId } = ctx.actor
  const mine = personId ? and(eq(offerUses.offerId, id), eq(offerUses.personId, personId)) : undefined
  const [use] = mine ? await ctx.db.select().from(offerUses).where(mine) : []
  const counted = (await countsOf(ctx.db)).get(id) ?? 0
  const { refNo, kind, title, words, quantity, unitValue, valueGround, from, to, state, reason } = was
  return {
    offer: { id, refNo, kind, title, words, quantity, unitValue, valueGround, from, to, state, reason },
    ...{ partner: was.partner, line: was.line, left: quantity - was.taken },
    ...{ counted, value: timesOf(unitValue, counted) },
    mine: use ? { code: use.code, honoured: use.state === 'honoured' } : null,
    signedIn: personId !== null,
    acts: actsOf(ctx, was, use !== undefined),
  }
}
