import { eq } from 'drizzle-orm'
import { catalogueEntries } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { type Countdown, countdown } from '../../countdown.ts'
import { dateOf } from '../../dates.ts'
import { authorize, may } from '../../policy/index.ts'
import { linesOfBuyer } from '../../treasury/list-lines.ts'
import { readsOf } from '../../who/actor.ts'
import { approvalLevel } from './delegation/approval-level.ts'
import { asksIntention, asksNotice, supplierName } from './find-objections.ts'
import { findPlan, type PlanFacts } from './find-plan.ts'
import { intentionTerm } from './intention.ts'
import { needsToPlan, plansOfBuyers } from './list-plans.ts'
import { methodsInForce } from './routes-for.ts'
import { splittingOf } from './splitting.ts'
import { otherWayOf, tendersOfPlan } from './tender-of-plan.ts'

const buyerOf = (ctx: Context) => ctx.actor.seat?.partyId ?? ''

/** A buyer's plans, the needs that wait for one, and what its lines still hold. */
export async function plansPage(ctx: Context) {
  const buyerId = buyerOf(ctx)
  authorize(ctx.actor, 'plan.read', { buyerId })
  const rows = await plansOfBuyers(ctx.db, readsOf(ctx.actor))
  return {
    plans: rows.map(({ plan, method, line }) => ({
      plan,
      method: { name: method.name, nameEn: method.nameEn },
      line: line.name,
    })),
    needs: await needsToPlan(ctx.db, buyerId),
    lines: await linesOfBuyer(ctx.db, buyerId),
    drafts: may(ctx.actor, 'plan.draft', { buyerId }),
  }
}

async function splitOf(ctx: Context, plan: PlanFacts) {
  const all = await methodsInForce(ctx.db, dateOf(plan.createdAt))
  const { buyerId, amount, id: exceptId, method } = plan
  const categories = [...new Set(plan.needs.map((n) => n.category))]
  return splittingOf(ctx.db, all, { buyerId, categories, year: plan.pool.year, amount, exceptId, method })
}

/** The clocks a plan waits for before the requirement may be written: its intention, its single-source notice. */
async function clocksOf(ctx: Context, plan: PlanFacts): Promise<Countdown[]> {
  const clocks: Countdown[] = []
  if (plan.intentionOn && asksIntention(plan, plan.method))
    clocks.push(await countdown(ctx.db, ctx, 'INTENTION_NOTICE', plan.intentionOn))
  if (plan.directNoticeOn) clocks.push(await countdown(ctx.db, ctx, 'DIRECT_NOTICE', plan.directNoticeOn))
  return clocks
}

/** Which way an approved plan goes on: a call, an agreement, or quotes. */
const wayOf = ({ framework, service }: PlanFacts['method']) =>
  framework ? ('framework' as const) : service ? ('tender' as const) : ('minor' as const)

/** Who will sign it last and why, while that is open. */
const levelOf = async (ctx: Context, plan: PlanFacts) =>
  plan.state === 'draft' || plan.state === 'returned'
    ? approvalLevel(ctx.db, plan, plan.buyer, dateOf(ctx.clock.now()))
    : null

async function aroundPlan(ctx: Context, plan: PlanFacts) {
  const lines = await linesOfBuyer(ctx.db, plan.buyerId)
  const [entry] = plan.catalogueId
    ? await ctx.db.select().from(catalogueEntries).where(eq(catalogueEntries.id, plan.catalogueId))
    : []
  return {
    balances: lines.find((l) => l.line.id === plan.lineId)?.balances ?? null,
    splitting: await splitOf(ctx, plan),
    entry: entry ? { code: entry.code, name: entry.name, version: entry.version } : null,
    supplier: plan.soleSupplierId ? await supplierName(ctx.db, plan.id) : null,
    clocks: await clocksOf(ctx, plan),
    level: await levelOf(ctx, plan),
    term: await intentionTerm(ctx.db, dateOf(ctx.clock.now())),
    other: await otherWayOf(ctx.db, plan.id),
    way: wayOf(plan.method),
  }
}

/** One plan for whoever signs it: all the evidence on one page, and what this person may do. */
export async function planPage(ctx: Context, planId: string) {
  const plan = await findPlan(ctx.db, planId, dateOf(ctx.clock.now()))
  if (!may(ctx.actor, 'plan.read_delegated', plan)) authorize(ctx.actor, 'plan.read', plan)
  const tenders = await tendersOfPlan(ctx.db, planId)
  const handles = may(ctx.actor, 'plan.edit', plan)
  const around = await aroundPlan(ctx, plan)
  const free = tenders.every((t) => ['cancelled', 'failed'].includes(t.state)) && !around.other
  const goesOn = handles && plan.state === 'approved' && free
  return {
    plan,
    tenders,
    /** Whether the list of plans is open to this reader too. */
    listed: may(ctx.actor, 'plan.read', plan),
    ...around,
    may: {
      submit: handles && ['draft', 'returned'].includes(plan.state),
      sign: plan.state === 'in_review' && may(ctx.actor, 'plan.approve', plan),
      edit: handles && plan.state !== 'rejected' && free,
      announce:
        !plan.intentionOn &&
        (asksIntention(plan, plan.method) || !plan.pool.approvedOn) &&
        plan.state !== 'rejected' &&
        may(ctx.actor, 'plan.announce', plan),
      notice: goesOn && asksNotice(plan) && !plan.directNoticeOn,
      tender: goesOn && (!asksNotice(plan) || plan.directNoticeOn !== null),
    },
  }
}
