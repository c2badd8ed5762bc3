import { and, eq } from 'drizzle-orm'
import { sha256 } from '#app/ports/vault.ts'
import { newId } from '#db/dialect.ts'
import { proposals, tenders } from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { holdOn } from '../challenge/holds.ts'
import type { SentBody } from '../proposal/body.ts'
import { dropCopies } from '../proposal/consortium/agreement-copy.ts'
import { type Call, findCall } from '../proposal/find-call.ts'
import { boundTo, type Proposal } from '../proposal/find-proposal.ts'
import { proposal as proposalMachine } from '../proposal/machine.ts'
import { unansweredQuestions } from '../tender/find-tender.ts'
import { tender as tenderMachine } from '../tender/machine.ts'
import { failTender } from './fail-tender.ts'
import { recuseTied } from './recuse.ts'
import { isWitnessed } from './witness-opening.ts'

/** What stands in the way of an opening, whoever opens. */
export async function refuseOpening(tx: Reader, ctx: Context, call: Call, enough: boolean) {
  tenderMachine.next(call.state, 'open')
  if (ctx.clock.now() < call.deadline) throw new Refusal('conflict', 'opening-too-early')
  if (!enough) throw new Refusal('conflict', 'opening-needs-witness')
  if (await holdOn(tx, call.id, ctx.clock.now())) throw new Refusal('conflict', 'tender-suspended')
  const n = await unansweredQuestions(tx, call.id)
  if (n > 0) throw new Refusal('conflict', 'question-unanswered', { n })
}

/** 当众核对指纹: one changed byte, and the opening stops and names the receipt. */
function unseal(ctx: Context, call: Call, was: Proposal): SentBody {
  const broken = new Refusal('conflict', 'proposal-seal-broken', { no: was.receiptNo ?? '' })
  if (!was.sealed || sha256(was.sealed) !== was.sealHash) throw broken
  try {
    return JSON.parse(ctx.vault.openWith(call.keyWrapped!, was.sealed, boundTo(was))) as SentBody
  } catch {
    throw broken
  }
}

async function openOne(tx: Tx, ctx: Context, call: Call, was: Proposal, alias: number) {
  const body = unseal(ctx, call, was)
  await move(tx, proposals, proposalMachine, was, 'open', {
    body,
    price: body.budget!.price,
    alias: String(alias),
    draftSealed: null,
  })
  await dropCopies(tx, ctx, was.id)
  const to = { role: 'org_signer' as const, partyId: was.supplierId }
  await notify(tx, ctx, to, 'tender-opened', `/tenders/${call.id}/opening`, { tender: call.title })
  return { id: was.id, receiptNo: was.receiptNo, hash: was.sealHash, version: was.version }
}

const inAnyOrder = <T>(list: readonly T[]) =>
  list
    .map((item) => ({ item, lot: sha256(newId()) }))
    .sort((a, b) => (a.lot < b.lot ? -1 : 1))
    .map(({ item }) => item)

/** 开启: after the deadline, by two people, with every question answered; too few, and not one of them is opened. */
export const openTender = (ctx: Context, { tenderId }: { tenderId: string }) =>
  ctx.transact(async (tx) => {
    const call = await findCall(tx, tenderId)
    authorize(ctx.actor, 'tender.open', call)
    if (call.sealMode === 'split') throw new Refusal('conflict', 'opening-needs-shares')
    await refuseOpening(tx, ctx, call, isWitnessed(call, ctx.clock.now()))
    const sent = await tx
      .select()
      .from(proposals)
      .where(and(eq(proposals.tenderId, tenderId), eq(proposals.state, 'submitted')))
    if (sent.length < call.method.minProposals) return failTender(tx, ctx, call, 'too-few')
    const receipts = []
    for (const [at, was] of inAnyOrder(sent).entries())
      receipts.push(await openOne(tx, ctx, call, was, at + 1))
    const now = ctx.clock.now()
    const by = ctx.actor.personId
    await move(tx, tenders, tenderMachine, call, 'open', { openedAt: now, pricesOpenedAt: now, openedBy: by })
    await recuseTied(tx, ctx, call)
    await record(
      tx,
      ctx,
      'tender.open',
      { subject: tenderId, threadId: call.planId },
      { receipts, witness: call.witnessId },
    )
    return { id: tenderId, outcome: 'opened' as const }
  })
