import type { Context } from '../../context.ts'
import { countTo } from '../../countdown.ts'
import { dateOf } from '../../dates.ts'
import { fen, minus } from '../../money.ts'
import { parameter } from '../../parameters.ts'
import { authorize, may } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { findPlan } from '../plan/find-plan.ts'
import {
  type FrameworkFacts,
  findFramework,
  openFrameworks,
  orderedOf,
  providersOf,
  workOf,
} from './find-framework.ts'
import { kinOf } from './kinship.ts'

type Work = Awaited<ReturnType<typeof workOf>>
const doneBy = (work: Work, supplierId: string) => {
  const confirmed = work.find((w) => w.supplierId === supplierId && w.state === 'confirmed')
  return { n: confirmed?.n ?? 0, total: fen(confirmed?.total ?? 0) }
}

/** 审核期限: when an application must be answered. */
async function reviewClock(ctx: Context, on: string, until: string) {
  const { source, mark, certainty } = await parameter(ctx.db, 'FRAMEWORK_REVIEW', on)
  const rest = { count: 'working' as const, mark: mark as 'statute', certainty, article: source }
  return countTo(ctx, { ...rest, code: 'FRAMEWORK_REVIEW', on: until })
}

async function ownApplication(ctx: Context, framework: FrameworkFacts) {
  const supplierId = ctx.actor.seat?.partyId
  const mine = (await providersOf(ctx.db, framework.id)).find((p) => p.provider.supplierId === supplierId)
  return mine ? { state: mine.provider.state, reason: mine.provider.reason } : null
}

/** An agreement as everybody reads it: conditions, prices, who serves, how much has been confirmed. */
export async function frameworkPage(ctx: Context, id: string) {
  const framework = await findFramework(ctx.db, id)
  if (framework.state === 'draft') throw new Refusal('missing', 'framework-missing')
  const providers = await providersOf(ctx.db, id)
  const work = await workOf(ctx.db, id)
  const own = await ownApplication(ctx, framework)
  const today = dateOf(ctx.clock.now())
  const open = framework.state === 'published' && today <= framework.to
  const { plan, items, ...facts } = framework
  return {
    framework: { ...facts, draftedBy: null, publishedBy: null },
    buyer: plan.buyer.name,
    items,
    running: open && today >= framework.from,
    left: minus(framework.ceiling, await orderedOf(ctx.db, id)),
    providers: providers
      .filter(({ provider }) => provider.state === 'signed')
      .map(({ provider, name, grade }) => ({
        id: provider.id,
        supplierId: provider.supplierId,
        name,
        grade,
        done: doneBy(work, provider.supplierId),
      })),
    own,
    may: {
      apply:
        open &&
        (!own || own.state === 'declined' || own.state === 'ended') &&
        may(ctx.actor, 'provider.apply', framework),
      sign:
        open &&
        own?.state === 'admitted' &&
        may(ctx.actor, 'provider.sign', { supplierId: ctx.actor.seat?.partyId ?? '' }),
    },
  }
}

/** Every agreement that is or was open. */
export async function frameworksPage(ctx: Context) {
  const open = await openFrameworks(ctx.db)
  return Promise.all(
    open.map(async ({ id, title, forWhom, state, from, to }) => ({
      ...{ id, title, forWhom, state, from, to },
      providers: (await providersOf(ctx.db, id)).filter((p) => p.provider.state === 'signed').length,
    })),
  )
}

/** What an order is chosen from, and for whom this reader may order. */
export async function orderChoices(ctx: Context, id: string) {
  if (!ctx.actor.personId) throw new Refusal('forbidden', 'sign-in-first')
  const page = await frameworkPage(ctx, id)
  return {
    ...page,
    family: await kinOf(ctx.db, ctx.actor.personId),
    own: ctx.actor.personId,
    today: dateOf(ctx.clock.now()),
  }
}

/** The buyer's own page of an agreement: applications with their clock, what was ordered, what is confirmed. */
export async function frameworkDesk(ctx: Context, id: string) {
  const framework = await findFramework(ctx.db, id)
  authorize(ctx.actor, 'framework.read', framework)
  const all = await providersOf(ctx.db, id)
  const work = await workOf(ctx.db, id)
  const { plan, items, ...facts } = framework
  return {
    framework: facts,
    plan: { id: plan.id, title: plan.title },
    items,
    ordered: await orderedOf(ctx.db, id),
    providers: await Promise.all(
      all.map(async ({ provider, name, credit }) => ({
        ...{
          id: provider.id,
          name,
          credit,
          state: provider.state,
          words: provider.words,
          reason: provider.reason,
        },
        done: doneBy(work, provider.supplierId),
        clock:
          provider.state === 'applied'
            ? await reviewClock(ctx, dateOf(provider.appliedAt), provider.reviewBy)
            : null,
      })),
    ),
    may: {
      edit: framework.state === 'draft' && may(ctx.actor, 'framework.draft', framework),
      publish: framework.state === 'draft' && may(ctx.actor, 'framework.publish', framework),
      close: framework.state === 'published' && may(ctx.actor, 'framework.close', framework),
      decide: may(ctx.actor, 'provider.admit', framework),
    },
  }
}

/** The plan an agreement is begun on. */
export async function newFramework(ctx: Context, planId: string) {
  const plan = await findPlan(ctx.db, planId)
  authorize(ctx.actor, 'framework.draft', plan)
  return { plan: { id: plan.id, title: plan.title, amount: plan.amount, from: plan.from, to: plan.to } }
}
