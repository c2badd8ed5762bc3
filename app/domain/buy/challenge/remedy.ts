import { and, eq, inArray } from 'drizzle-orm'
import { proposals, tenders } from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import type { remedies } from '#db/vocabulary.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { Refusal } from '../../refusal.ts'
import { awardsOf, isLive } from '../award/find-award.ts'
import { candidates } from '../award/propose-award.ts'
import { annulAward } from '../award/take-effect.ts'
import { roleFor } from '../plan/approval-chain.ts'
import { type Call, findCall } from '../proposal/find-call.ts'
import { proposal as proposalMachine } from '../proposal/machine.ts'
import { forgetUnopenedFinals } from '../seal/lend-share.ts'
import { tellFollowers } from '../tender/follow-tender.ts'
import { tender as machine } from '../tender/machine.ts'

export type Remedy = (typeof remedies)[number]

const over = ['contracted', 'cancelled', 'failed']
/** What can follow where an objection holds, by how far the purchase has come (94号令 第十六条、第三十一条、第三十二条). */
export async function remediesOf(db: Reader, call: Call): Promise<Remedy[]> {
  if (over.includes(call.state)) return ['none']
  if (call.state === 'published') return ['amend', 'restart', 'none']
  const live = (await awardsOf(db, call.id)).some(isLive)
  const next = live ? (await candidates(db, call.id)).length > 0 : false
  const scored = call.reportAt !== null
  return [
    ...(next ? (['next_in_rank'] as const) : []),
    ...(scored ? (['re_evaluate'] as const) : []),
    'restart',
    'none',
  ]
}

/** What an upheld objection does where nobody chose: an award gives way to the next in rank. */
export async function usualRemedy(db: Reader, call: Call): Promise<Remedy> {
  const [first] = (await remediesOf(db, call)).filter((one) => one !== 're_evaluate')
  return first!
}

const annulLive = async (tx: Tx, ctx: Context, tenderId: string, reason: string) => {
  for (const award of (await awardsOf(tx, tenderId)).filter(isLive))
    await annulAward(tx, ctx, award.id, reason)
}

/** Whoever had sent a proposal that nobody will open now. */
async function tellSenders(tx: Tx, ctx: Context, { id, title }: Call) {
  const unopened = inArray(proposals.state, ['submitted', 'needs_confirmation'])
  const sent = await tx
    .select({ supplierId: proposals.supplierId })
    .from(proposals)
    .where(and(eq(proposals.tenderId, id), unopened))
  for (const { supplierId } of sent) {
    const to = { role: 'org_signer' as const, partyId: supplierId }
    await notify(tx, ctx, to, 'tender-failed', `/tenders/${id}`, { tender: title })
  }
}

/** 重新开展采购活动: this run ends with its public reason; the plan keeps its money, and the next run names this one. */
async function restart(tx: Tx, ctx: Context, tenderId: string, reason: string) {
  await annulLive(tx, ctx, tenderId, reason)
  const call = await findCall(tx, tenderId)
  await move(tx, tenders, machine, call, 'fail', { endReason: reason, keyWrapped: null })
  await forgetUnopenedFinals(tx, call)
  await tellSenders(tx, ctx, call)
  await tellFollowers(tx, ctx, call, 'followed-failed')
  const handler = { role: roleFor('handler', call.buyer.kind), partyId: call.buyerId }
  await notify(tx, ctx, handler, 'tender-to-restart', `/desk/plans/${call.planId}`, { tender: call.title })
  const about = { subject: tenderId, threadId: call.planId }
  await record(tx, ctx, 'tender.fail', about, { why: 'objection-upheld' })
}

/** 撤销成交、另行确定: the award ends and the handler puts the next in rank forward. */
async function nextInRank(tx: Tx, ctx: Context, call: Call, reason: string) {
  await annulLive(tx, ctx, call.id, reason)
  const handler = { role: roleFor('handler', call.buyer.kind), partyId: call.buyerId }
  await notify(tx, ctx, handler, 'award-next-in-rank', `/desk/tenders/${call.id}/award`, {
    tender: call.title,
  })
}

/** 责令重新评审: the award is gone and everybody stands in the ranking again; the panel opens its report on the listed ground. */
async function reEvaluate(tx: Tx, ctx: Context, { id }: Call, reason: string) {
  await annulLive(tx, ctx, id, reason)
  const call = await findCall(tx, id)
  if (call.state === 'awarded') await move(tx, tenders, machine, call, 'reconsider')
  const ranked = await tx
    .select()
    .from(proposals)
    .where(and(eq(proposals.tenderId, id), inArray(proposals.state, ['awarded', 'not_awarded'])))
  for (const p of ranked.filter((one) => one.rank !== null))
    await move(tx, proposals, proposalMachine, p, 'restore')
  const told = { tender: call.title }
  for (const personId of call.panelIds)
    await notify(tx, ctx, { personId }, 'reevaluation-ordered', `/panel/${id}`, told)
  const handler = { role: roleFor('handler', call.buyer.kind), partyId: call.buyerId }
  await notify(tx, ctx, handler, 'reevaluation-ordered', `/desk/tenders/${id}/panel`, told)
}

/** Carries out what was decided, in the same transaction as the decision. */
export async function carryOut(tx: Tx, ctx: Context, call: Call, remedy: Remedy, reason: string) {
  if (!(await remediesOf(tx, call)).includes(remedy)) throw new Refusal('conflict', 'remedy-not-now')
  if (remedy === 'next_in_rank') await nextInRank(tx, ctx, call, reason)
  if (remedy === 're_evaluate') await reEvaluate(tx, ctx, call, reason)
  if (remedy === 'restart') await restart(tx, ctx, call.id, reason)
}
