import { eq } from 'drizzle-orm'
import { proposals } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import type { Body } from './body.ts'
import { refuseIneligible, type Supplier } from './eligibility.ts'
import { type Call, findCall } from './find-call.ts'
import { findSupplier, type Proposal, proposalOf, readDraft, sealDraft } from './find-proposal.ts'

export type Sitting = { call: Call; supplier: Supplier; was: Proposal; body: Body }

/** 以服务器时间为准: asked inside the transaction, so that a request begun in time and ended late is late. */
export function refuseLate(ctx: Context, call: Pick<Call, 'state' | 'deadline'>) {
  if (call.state !== 'published') throw new Refusal('conflict', 'tender-not-collecting')
  if (ctx.clock.now() >= call.deadline) throw new Refusal('conflict', 'proposal-too-late')
}

async function begin(tx: Tx, ctx: Context, call: Call, supplierId: string): Promise<Proposal> {
  const [made] = await tx
    .insert(proposals)
    .values({
      tenderId: call.id,
      supplierId,
      state: 'draft',
      version: 0,
      createdBy: ctx.actor.personId!,
      createdAt: ctx.clock.now(),
    })
    .returning()
  return made!
}

/** The actor's own proposal for this call, begun with its first sentence. */
export async function sitDown(
  tx: Tx,
  ctx: Context,
  tenderId: string,
  act: 'proposal.draft' | 'proposal.submit' = 'proposal.draft',
): Promise<Sitting> {
  const call = await findCall(tx, tenderId)
  const supplierId = ctx.actor.seat?.partyId ?? ''
  authorize(ctx.actor, act, { ...call, supplierId })
  refuseLate(ctx, call)
  const supplier = await findSupplier(tx, supplierId)
  refuseIneligible(call, supplier)
  const was = (await proposalOf(tx, tenderId, supplierId)) ?? (await begin(tx, ctx, call, supplierId))
  return { call, supplier, was, body: readDraft(ctx, was) }
}

/** Keeps the working copy, sealed with the server's key. */
export const keepDraft = (tx: Tx, ctx: Context, was: Proposal, body: Body) =>
  tx
    .update(proposals)
    .set({ draftSealed: sealDraft(ctx, was.id, body) })
    .where(eq(proposals.id, was.id))

type Change = (sitting: Sitting, tx: Tx) => Partial<Body> | Promise<Partial<Body>>
/** One sitting: the bidder opens the draft, changes one section, and it is sealed again. */
export const editProposal = (ctx: Context, tenderId: string, change: Change) =>
  ctx.transact(async (tx) => {
    const sitting = await sitDown(tx, ctx, tenderId)
    await keepDraft(tx, ctx, sitting.was, { ...sitting.body, ...(await change(sitting, tx)) })
    return { id: tenderId }
  })
