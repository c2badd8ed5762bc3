import { and, eq, inArray } from 'drizzle-orm'
import { proposals, tenders } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { authorize } from '../../policy/index.ts'
import { usccHolds } from '../../who/uscc.ts'
import { emptyBody, missing } from './body.ts'
import { whyMayNotPropose } from './eligibility.ts'
import { findCall } from './find-call.ts'
import { findSupplier, proposalOf, readDraft, teamOf } from './find-proposal.ts'

/** A bidder's own proposal as its people see it: the call, the register's facts, the draft, the team, the receipt. */
export async function readOwn(ctx: Context, tenderId: string) {
  const call = await findCall(ctx.db, tenderId)
  const supplierId = ctx.actor.seat?.partyId ?? ''
  authorize(ctx.actor, 'proposal.draft', { ...call, supplierId })
  const supplier = await findSupplier(ctx.db, supplierId)
  const was = await proposalOf(ctx.db, tenderId, supplierId)
  const body = was ? readDraft(ctx, was) : emptyBody
  const team = was ? await teamOf(ctx.db, was.id) : []
  const { id, refNo, title, ceiling, deadline, state, criteria, indicators, method } = call
  return {
    call: { id, refNo, title, ceiling, deadline, state, criteria, indicators, noPrice: method.noPrice },
    supplier: { ...supplier, codeFails: Boolean(supplier.uscc) && !usccHolds(supplier.uscc!) },
    barred: whyMayNotPropose(call, supplier),
    mine: was && {
      id: was.id,
      state: was.state,
      version: was.version,
      receiptNo: was.receiptNo,
      sealHash: was.sealHash,
      submittedAt: was.submittedAt,
      hasDraft: was.draftSealed !== null,
    },
    body,
    team,
    missing: missing(body, criteria, team),
    late: state !== 'published' || ctx.clock.now() >= deadline,
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
