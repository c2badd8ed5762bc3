import { and, eq } from 'drizzle-orm'
import { minorQuotes } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { countdown } from '../../countdown.ts'
import { dateOf } from '../../dates.ts'
import { authorize, may } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { bodiesInStanding } from '../../who/standing/blocks-of.ts'
import { findPlan } from '../plan/find-plan.ts'
import { findWork, publicWorks, quotesOf, type WorkFacts } from './find-work.ts'
import { mayBeSetAside } from './set-aside.ts'

/** Until when the chosen supplier signs. */
const signClock = async (ctx: Context, { state, chosenAt }: WorkFacts) =>
  state === 'chosen' && chosenAt ? countdown(ctx.db, ctx, 'SIGN_CONTRACT', dateOf(chosenAt)) : null

async function shown(ctx: Context, work: WorkFacts) {
  const { id, refNo, title, place, list, ceiling, quotesUntil, state, price, reason, endReason, signedAt } =
    work
  return {
    work: { id, refNo, title, place, list, ceiling, quotesUntil, state, price, reason, endReason, signedAt },
    plan: {
      id: work.planId,
      title: work.plan.title,
      buyer: work.plan.buyer.name,
      basis: work.plan.method.basis,
      needs: work.plan.needs.map(({ id, refNo }) => ({ id, refNo })),
    },
    supplier: work.supplier,
    chosen: work.quoteId,
    quotes: await quotesOf(ctx, ctx.db, work),
    fewest: work.plan.method.minProposals,
    parts: work.parts.map(
      ({ id, ordinal, title, amount, state, finding, voucherNo, acceptedAt, paidAt }) => ({
        ...{ id, ordinal, title, amount, state, finding, voucherNo, acceptedAt, paidAt },
      }),
    ),
    over: ctx.clock.now() >= work.quotesUntil,
    clock: await signClock(ctx, work),
  }
}

/** A work as everybody reads it; quotes from their deadline on. */
export async function workPage(ctx: Context, workId: string) {
  const work = await findWork(ctx.db, workId)
  if (work.state === 'draft') throw new Refusal('missing', 'minor-missing')
  const facts = await shown(ctx, work)
  const own = ctx.actor.seat?.partyId ?? ''
  const sent = await ctx.db
    .select({ at: minorQuotes.at })
    .from(minorQuotes)
    .where(and(eq(minorQuotes.workId, workId), eq(minorQuotes.supplierId, own)))
  return {
    ...facts,
    sent: sent[0]?.at ?? null,
    may: {
      quote: work.state === 'calling' && !facts.over && may(ctx.actor, 'minorQuote.give', work),
      sign: work.state === 'chosen' && may(ctx.actor, 'minorWork.sign', work),
      decline: work.state === 'chosen' && may(ctx.actor, 'minorWork.decline', work),
      report: work.state === 'working' && may(ctx.actor, 'minorPart.report', work),
    },
  }
}

/** The buyer's own page of a work: whoever acts next finds the act. */
export async function workDesk(ctx: Context, workId: string) {
  const work = await findWork(ctx.db, workId)
  authorize(ctx.actor, 'minorWork.read', work)
  const facts = await shown(ctx, work)
  const calling = work.state === 'calling'
  const suppliers = await bodiesInStanding(ctx.db, dateOf(ctx.clock.now()))
  return {
    ...facts,
    suppliers,
    may: {
      call: work.state === 'draft' && may(ctx.actor, 'minorWork.call', work),
      enter: calling && !facts.over && may(ctx.actor, 'minorQuote.enter', work),
      choose: calling && facts.over && may(ctx.actor, 'minorWork.choose', work),
      setAside: (await mayBeSetAside(ctx.db, ctx, work)) && may(ctx.actor, 'minorWork.set_aside', work),
      cancel: (calling || work.state === 'draft') && may(ctx.actor, 'minorWork.cancel', work),
      accept: work.state === 'working' && may(ctx.actor, 'minorPart.accept', work),
      pay: work.state === 'working' && may(ctx.actor, 'minorPart.pay', { ...work, acceptedBy: null }),
    },
  }
}

/** The plan a work is begun on. */
export async function newWork(ctx: Context, planId: string) {
  const plan = await findPlan(ctx.db, planId)
  authorize(ctx.actor, 'minorWork.draft', plan)
  return { plan: { id: plan.id, title: plan.title, amount: plan.amount } }
}

/** Every work that was put to quotes. */
export async function worksPage(ctx: Context) {
  return (await publicWorks(ctx.db)).map(
    ({ id, refNo, title, place, state, ceiling, price, quotesUntil }) => ({
      ...{ id, refNo, title, place, state, ceiling, price, quotesUntil },
    }),
  )
}
