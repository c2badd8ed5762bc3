import type { Context } from '../../context.ts'
import { countdown, countdownTo } from '../../countdown.ts'
import { dateOf } from '../../dates.ts'
import { fen, minus } from '../../money.ts'
import { authorize, may } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { findPlan } from '../plan/find-plan.ts'
import {
  type FrameworkFacts,
  findFramework,
  openFrameworks,
  orderedOf,
  providersOf,
  standsAs,
  workOf,
} from './find-framework.ts'
import { kinOf } from './kinship.ts'

type Work = Awaited<ReturnType<typeof workOf>>
const doneBy = (work: Work, supplierId: string) => {
  const confirmed = work.find((w) => w.supplierId === supplierId && w.state === 'confirmed')
  return { n: confirmed?.n ?? 0, total: fen(confirmed?.total ?? 0) }
}

async function ownApplication(ctx: Context, framework: FrameworkFacts) {
  const supplierId = ctx.actor.seat?.partyId
  const mine = (await providersOf(ctx.db, framework.id)).find((p) => p.provider.supplierId === supplierId)
  return mine ? { state: mine.provider.state, reason: mine.provider.reason } : null
}
type Own = Awaited<ReturnType<typeof ownApplication>>

type Providers = Awaited<ReturnType<typeof providersOf>>
/** Who serves, with what residents confirmed of each. */
const serving = (all: Providers, work: Work) =>
  all
    .filter(({ provider }) => provider.state === 'signed')
    .map(({ provider: { id, supplierId }, name, grade }) => ({
      ...{ id, supplierId, name, grade },
      done: doneBy(work, supplierId),
    }))

/** 入围结果 (财政部令第110号): public in the breath that admits, beside the last day the law gives for it. */
const announced = (ctx: Context, all: Providers) =>
  Promise.all(
    all
      .filter(({ provider }) => ['admitted', 'signed'].includes(provider.state) && provider.decidedAt)
      .map(async ({ provider: { id, decidedAt, state }, name }) => ({
        ...{ id, name, state, at: decidedAt! },
        clock: await countdown(ctx.db, ctx, 'FRAMEWORK_ANNOUNCE', dateOf(decidedAt!)),
      })),
  )

/** What a body may do with an agreement that is open: ask to join, or sign what it was admitted to. */
const joinsOf = (ctx: Context, framework: FrameworkFacts, own: Own) => ({
  apply:
    (!own || own.state === 'declined' || own.state === 'ended') &&
    may(ctx.actor, 'provider.apply', framework),
  sign:
    own?.state === 'admitted' &&
    may(ctx.actor, 'provider.sign', { supplierId: ctx.actor.seat?.partyId ?? '' }),
})

/** An agreement as everybody reads it: conditions, prices, who serves, how much has been confirmed. */
export async function frameworkPage(ctx: Context, id: string) {
  const framework = await findFramework(ctx.db, id)
  if (framework.state === 'draft') throw new Refusal('missing', 'framework-missing')
  const own = await ownApplication(ctx, framework)
  const today = dateOf(ctx.clock.now())
  const open = framework.state === 'published' && today <= framework.to
  const { plan, items, writtenBy: _, ...facts } = framework
  return {
    framework: { ...facts, draftedBy: null, publishedBy: null },
    buyer: plan.buyer.name,
    plan: { id: plan.id, title: plan.title, needs: plan.needs.map(({ id, refNo }) => ({ id, refNo })) },
    items,
    running: open && today >= framework.from,
    left: minus(framework.ceiling, await orderedOf(ctx.db, id)),
    providers: serving(await providersOf(ctx.db, id), await workOf(ctx.db, id)),
    own,
    announced: await announced(ctx, await providersOf(ctx.db, id)),
    may: open ? joinsOf(ctx, framework, own) : { apply: false, sign: false },
  }
}

/** Every agreement that is or was open. */
export async function frameworksPage(ctx: Context) {
  const open = await openFrameworks(ctx.db)
  const today = dateOf(ctx.clock.now())
  return Promise.all(
    open.map(async ({ id, title, forWhom, state, from, to }) => ({
      ...{ id, title, forWhom, from, to, state: standsAs({ state, to }, today) },
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

/** One body as the buyer sees it: its words, what it did, and until when its application must be answered. */
async function asked(ctx: Context, { provider: p, name }: Providers[number], work: Work) {
  const { id, state, words, reason } = p
  const clock = { code: 'FRAMEWORK_REVIEW', from: dateOf(p.appliedAt), on: p.reviewBy }
  return {
    ...{ id, name, state, words, reason },
    done: doneBy(work, p.supplierId),
    clock: state === 'applied' ? await countdownTo(ctx.db, ctx, clock) : null,
  }
}

/** The buyer's own page of an agreement: applications with their clock, what was ordered, what is confirmed. */
export async function frameworkDesk(ctx: Context, id: string) {
  const framework = await findFramework(ctx.db, id)
  authorize(ctx.actor, 'framework.read', framework)
  const all = await providersOf(ctx.db, id)
  const work = await workOf(ctx.db, id)
  const { plan, items, writtenBy: _, ...facts } = framework
  return {
    framework: { ...facts, state: standsAs(framework, dateOf(ctx.clock.now())) },
    plan: { id: plan.id, title: plan.title },
    items,
    ordered: await orderedOf(ctx.db, id),
    providers: await Promise.all(all.map((one) => asked(ctx, one, work))),
    may: {
      edit: framework.state === 'draft' && may(ctx.actor, 'framework.draft', framework),
      publish: framework.state === 'draft' && may(ctx.actor, 'framework.publish', framework),
      close: framework.state === 'published' && may(ctx.actor, 'framework.close', framework),
      decide: may(ctx.actor, 'provider.admit', { ...framework, supplierId: null }),
    },
  }
}

/** The plan an agreement is begun on. */
export async function newFramework(ctx: Context, planId: string) {
  const plan = await findPlan(ctx.db, planId)
  authorize(ctx.actor, 'framework.draft', plan)
  return { plan: { id: plan.id, title: plan.title, amount: plan.amount, from: plan.from, to: plan.to } }
}
