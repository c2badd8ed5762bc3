import { and, eq } from 'drizzle-orm'
import { minorQuotes, minorWorks, parties } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf, yearOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { lastDay } from '../../parameters.ts'
import { authorize } from '../../policy/index.ts'
import { nextRef } from '../../reference.ts'
import { Refusal } from '../../refusal.ts'
import { findPlan } from '../plan/find-plan.ts'
import { otherWayOf } from '../plan/tender-of-plan.ts'
import { findWork, refuseBarred, unsealed, type WorkFacts } from './find-work.ts'
import type { MinorWords, QuoteWords } from './forms.ts'
import { minorWork as machine } from './machine.ts'

/** 民生微实事清单: the handler lists what is to be built or bought, on an approved plan of this way. */
export const draftWork = (ctx: Context, { planId, ...words }: MinorWords & { planId: string }) =>
  ctx.transact(async (tx) => {
    const plan = await findPlan(tx, planId)
    authorize(ctx.actor, 'minorWork.draft', plan)
    if (plan.state !== 'approved') throw new Refusal('conflict', 'plan-not-approved')
    if (plan.method.service) throw new Refusal('invalid', 'route-is-a-service', { route: plan.method.name })
    if (await otherWayOf(tx, planId)) throw new Refusal('conflict', 'minor-exists')
    const now = ctx.clock.now()
    const refNo = await nextRef(tx, 'WS', yearOf(dateOf(now)))
    const of = { planId, refNo, buyerId: plan.buyerId, ceiling: plan.amount }
    const by = { draftedBy: ctx.actor.personId!, createdAt: now, state: 'draft' as const }
    const [made] = await tx
      .insert(minorWorks)
      .values({ ...words, ...of, ...by })
      .returning({ id: minorWorks.id })
    await record(tx, ctx, 'minorWork.draft', { subject: made!.id, threadId: planId })
    return { id: made!.id }
  })

/** 询价公告, by another person than who listed it; open for the days its route gives. */
export const callQuotes = (ctx: Context, { workId }: { workId: string }) =>
  ctx.transact(async (tx) => {
    const was = await findWork(tx, workId)
    authorize(ctx.actor, 'minorWork.call', was)
    machine.next(was.state, 'call')
    const at = ctx.clock.now()
    const { bidDays, bidUnit } = was.plan.method
    const earliest = lastDay(ctx.calendar, dateOf(at), bidDays, bidUnit)
    if (dateOf(was.quotesUntil) < earliest) throw new Refusal('invalid', 'deadline-too-early', { earliest })
    await move(tx, minorWorks, machine, was, 'call', { calledAt: at, calledBy: ctx.actor.personId! })
    await record(tx, ctx, 'minorWork.call', { subject: workId, threadId: was.planId })
    return { id: workId }
  })

type Given = { supplierId: string; channel: 'online' | 'paper' }
/** What the same supplier gave the other way is kept under the same seal; nobody who enters a quote learns of it. */
async function besideQuote(tx: Tx, ctx: Context, workId: string, { supplierId, channel }: Given) {
  const [was] = await tx
    .select()
    .from(minorQuotes)
    .where(and(eq(minorQuotes.workId, workId), eq(minorQuotes.supplierId, supplierId)))
  if (!was) return null
  const { beside, ...words } = unsealed(ctx, was.sealed)
  return was.channel === channel ? beside : { ...words, channel: was.channel }
}

async function putQuote(tx: Tx, ctx: Context, was: WorkFacts, of: Given, words: QuoteWords) {
  const at = ctx.clock.now()
  if (was.state !== 'calling' || at >= was.quotesUntil) throw new Refusal('conflict', 'minor-not-calling')
  if (words.price > was.ceiling) throw new Refusal('invalid', 'minor-over-ceiling')
  const [supplier] = await tx.select().from(parties).where(eq(parties.id, of.supplierId))
  if (!supplier || !['organisation', 'enterprise'].includes(supplier.kind))
    throw new Refusal('forbidden', 'not-a-supplier')
  await refuseBarred(tx, of.supplierId, dateOf(at))
  const beside = await besideQuote(tx, ctx, was.id, of)
  const quote = {
    sealed: ctx.vault.seal('minor-quote', JSON.stringify({ ...words, beside })),
    enteredBy: ctx.actor.personId!,
    at,
  }
  await tx
    .insert(minorQuotes)
    .values({ ...quote, ...of, workId: was.id })
    .onConflictDoUpdate({
      target: [minorQuotes.workId, minorQuotes.supplierId],
      set: { ...quote, channel: of.channel },
    })
  await record(tx, ctx, 'minorQuote.put', { subject: was.id })
  return { id: was.id }
}

/** 报价: a supplier's own, sealed until the deadline; the last one sent counts. */
export const giveQuote = (ctx: Context, { workId, ...words }: QuoteWords & { workId: string }) =>
  ctx.transact(async (tx) => {
    const was = await findWork(tx, workId)
    authorize(ctx.actor, 'minorQuote.give', was)
    return putQuote(tx, ctx, was, { supplierId: ctx.actor.seat!.partyId, channel: 'online' }, words)
  })

/** A quote on paper, typed by the handler; whether the supplier sent one online too, he is not told. The later one counts. */
export const enterQuote = (
  ctx: Context,
  { workId, supplierId, ...words }: QuoteWords & { workId: string; supplierId: string },
) =>
  ctx.transact(async (tx) => {
    const was = await findWork(tx, workId)
    authorize(ctx.actor, 'minorQuote.enter', was)
    return putQuote(tx, ctx, was, { supplierId, channel: 'paper' }, words)
  })

/** 终止询价, with the reason; the plan may be called anew. */
export const cancelWork = (ctx: Context, { workId, reason }: { workId: string; reason: string }) =>
  ctx.transact(async (tx) => {
    const was = await findWork(tx, workId)
    authorize(ctx.actor, 'minorWork.cancel', was)
    await move(tx, minorWorks, machine, was, 'cancel', { endReason: reason })
    await record(tx, ctx, 'minorWork.cancel', { subject: workId, threadId: was.planId }, { reason })
    return { id: workId }
  })
