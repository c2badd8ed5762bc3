import { eq } from 'drizzle-orm'
import { newId } from '#db/dialect.ts'
import { proposals } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import type { Body } from './body.ts'
import { freshBody } from './cabinet/offer.ts'
import { openDraft, type Part, refuseUnseen, saved, sealDraft } from './draft.ts'
import { refuseIneligible, type Supplier } from './eligibility.ts'
import { type Call, findPublicCall } from './find-call.ts'
import { findSupplier, type Proposal, proposalOf, readDraft } from './find-proposal.ts'

export type Sitting = { call: Call; supplier: Supplier; was: Proposal; body: Body }

/** 以服务器时间为准: asked inside the transaction, so that a request begun in time and ended late is late. */
export function refuseLate(ctx: Context, call: Pick<Call, 'state' | 'deadline'>) {
  if (call.state !== 'published') throw new Refusal('conflict', 'tender-not-collecting')
  if (ctx.clock.now() >= call.deadline) throw new Refusal('conflict', 'proposal-too-late')
}

/** A new proposal, with what its body keeps in its cabinet copied in. */
async function begin(tx: Tx, ctx: Context, call: Call, supplierId: string): Promise<Proposal> {
  const id = newId()
  const body = await freshBody(tx, ctx, supplierId)
  const [made] = await tx
    .insert(proposals)
    .values({
      id,
      tenderId: call.id,
      supplierId,
      state: 'draft',
      version: 0,
      draftSealed: sealDraft(ctx, id, { body, marks: {}, former: {} }),
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
  const call = await findPublicCall(tx, tenderId)
  const supplierId = ctx.actor.seat?.partyId ?? ''
  authorize(ctx.actor, act, { ...call, supplierId })
  refuseLate(ctx, call)
  const supplier = await findSupplier(tx, supplierId, dateOf(ctx.clock.now()))
  refuseIneligible(call, supplier)
  const was = (await proposalOf(tx, tenderId, supplierId)) ?? (await begin(tx, ctx, call, supplierId))
  const body = was.draftSealed ? readDraft(ctx, was) : await freshBody(tx, ctx, supplierId)
  return { call, supplier, was, body }
}

/** Keeps the working copy, sealed with the server's key; `part` is what was just saved of it. */
export const keepDraft = (tx: Tx, ctx: Context, was: Proposal, body: Body, part?: Part) => {
  const mark = { at: ctx.clock.now().getTime(), by: ctx.actor.personId! }
  const draftSealed = sealDraft(ctx, was.id, saved(openDraft(ctx, was), body, part, mark))
  return tx.update(proposals).set({ draftSealed }).where(eq(proposals.id, was.id))
}

type Change = (sitting: Sitting, tx: Tx) => Partial<Body> | Promise<Partial<Body>>
/** What is saved, and the stamp of what its writer had before his eyes. */
export type Saving = { part: Part; seen: string | undefined }
/** One sitting: the bidder opens the draft, changes one section, and it is sealed again. */
export const editProposal = (ctx: Context, tenderId: string, change: Change, saving?: Saving) =>
  ctx.transact(async (tx) => {
    const sitting = await sitDown(tx, ctx, tenderId)
    const body = { ...sitting.body, ...(await change(sitting, tx)) }
    if (saving) refuseUnseen(sitting.body, body, saving.part, saving.seen)
    await keepDraft(tx, ctx, sitting.was, body, saving?.part)
    return { id: tenderId }
  })
