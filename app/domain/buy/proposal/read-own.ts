import { and, eq, inArray } from 'drizzle-orm'
import { proposals, tenders } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { authorize } from '../../policy/index.ts'
import { usccHolds } from '../../who/uscc.ts'
import { proposeClock } from '../challenge/bidder-clocks.ts'
import { receiptLine } from '../seal/leaf.ts'
import { missing } from './body.ts'
import { overCaps } from './budget/caps.ts'
import { cabinetOf } from './cabinet/cabinet.ts'
import { freshBody, offerOf } from './cabinet/offer.ts'
import { alliesOf, isAllied } from './consortium/terms.ts'
import { type Draft, openDraft } from './draft.ts'
import { type Supplier, standingFor } from './eligibility.ts'
import { type Call, findPublicCall } from './find-call.ts'
import { findSupplier, type Proposal, proposalOf, teamOf } from './find-proposal.ts'
import { savedParts } from './saved-parts.ts'

const shownCall = ({
  id,
  refNo,
  title,
  ceiling,
  deadline,
  state,
  criteria,
  indicators,
  method,
  buyer,
  sealMode,
}: Call) => ({
  id,
  refNo,
  title,
  ceiling,
  deadline,
  state,
  criteria,
  indicators,
  buyer: buyer.name,
  sealMode,
  noPrice: method.noPrice,
  finalOffers: method.finalOffers,
  consortium: method.consortium,
})

const shownMine = (ctx: Context, was: Proposal) => ({
  id: was.id,
  state: was.state,
  version: was.version,
  receiptNo: was.receiptNo,
  sealHash: was.sealHash,
  sealSalt: was.sealSalt,
  sealedIn: was.sealedIn,
  receiptLine: was.sealHash ? receiptLine(ctx, was) : null,
  submittedAt: was.submittedAt,
  broken: was.brokenAt !== null,
  hasDraft: was.draftSealed !== null,
})

/** Rule by rule whether this body may propose here, and the first reason why not. */
async function standingOf(db: Reader, call: Call, supplier: Supplier) {
  const why = (await isAllied(db, call.id, supplier.id)) ? 'already-in-a-consortium' : null
  const rules = standingFor(call, supplier)
  const standing = call.method.consortium ? [...rules, { rule: 'single' as const, why }] : rules
  return { standing, barred: standing.find((s) => s.why)?.why ?? null }
}

/** What is written so far; nothing yet: what the cabinet brings. */
async function draftNow(ctx: Context, was: Proposal | null, supplierId: string): Promise<Draft> {
  if (was?.draftSealed) return openDraft(ctx, was)
  return { body: await freshBody(ctx.db, ctx, supplierId), marks: {}, former: {} }
}

/** A bidder's own proposal as its people see it: the call, the register's facts, the draft, the team, the receipt. */
export async function readOwn(ctx: Context, tenderId: string) {
  const call = await findPublicCall(ctx.db, tenderId)
  const supplierId = ctx.actor.seat?.partyId ?? ''
  authorize(ctx.actor, 'proposal.draft', { ...call, supplierId })
  const supplier = await findSupplier(ctx.db, supplierId, dateOf(ctx.clock.now()))
  const was = await proposalOf(ctx.db, tenderId, supplierId)
  const draft = await draftNow(ctx, was, supplierId)
  const { body } = draft
  const team = was ? await teamOf(ctx.db, was.id) : []
  const allies = await alliesOf(ctx.db, was, body)
  return {
    call: { ...shownCall(call), clock: proposeClock(ctx, call), now: ctx.clock.now() },
    supplier: { ...supplier, codeFails: Boolean(supplier.uscc) && !usccHolds(supplier.uscc!) },
    ...(await standingOf(ctx.db, call, supplier)),
    mine: was && shownMine(ctx, was),
    body,
    offer: offerOf(await cabinetOf(ctx.db, ctx, supplierId), call),
    ...(await savedParts(ctx.db, draft, call)),
    team,
    allies,
    caps: body.budget ? await overCaps(ctx.db, body.budget, dateOf(ctx.clock.now())) : [],
    missing: missing(body, call.criteria, team, allies),
    late: call.state !== 'published' || ctx.clock.now() >= call.deadline,
  }
}
export type Own = Awaited<ReturnType<typeof readOwn>>

/** What one body has begun or sent, wherever proposals are still being taken. Only ever asked for the actor's own body. */
export const ownLive = (db: Reader, supplierId: string) =>
  db
    .select({
      tenderId: tenders.id,
      title: tenders.title,
      deadline: tenders.deadline,
      ceiling: tenders.ceiling,
      state: proposals.state,
      brokenAt: proposals.brokenAt,
      createdAt: proposals.createdAt,
    })
    .from(proposals)
    .innerJoin(tenders, eq(tenders.id, proposals.tenderId))
    .where(
      and(
        eq(proposals.supplierId, supplierId),
        eq(tenders.state, 'published'),
        inArray(proposals.state, ['draft', 'needs_confirmation', 'submitted']),
      ),
    )
    .orderBy(tenders.deadline)
