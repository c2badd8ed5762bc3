import { and, eq, inArray } from 'drizzle-orm'
import { catalogueEntries, parties } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { type Countdown, countdown, countTo } from '../../countdown.ts'
import { addDays, dateOf } from '../../dates.ts'
import { type Fen, fen } from '../../money.ts'
import { parameter } from '../../parameters.ts'
import { authorize, may } from '../../policy/index.ts'
import { linesOfBuyer } from '../../treasury/list-lines.ts'
import { catalogueOf } from './check-words.ts'
import { asksIntention, asksNotice, supplierName } from './find-objections.ts'
import { findPlan, type PlanFacts } from './find-plan.ts'
import { needsToPlan, plansOfBuyer } from './list-plans.ts'
import { methodsInForce, placesOfBuyer, routesFor } from './routes-for.ts'
import { splittingOf } from './splitting.ts'
import { otherWayOf, tendersOfPlan } from './tender-of-plan.ts'

const buyerOf = (ctx: Context) => ctx.actor.seat?.partyId ?? ''

/** A buyer's plans, the needs that wait for one, and what its lines still hold. */
export async function plansPage(ctx: Context) {
  const buyerId = buyerOf(ctx)
  authorize(ctx.actor, 'plan.read', { buyerId })
  const rows = await plansOfBuyer(ctx.db, buyerId)
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

/** What a handler chooses from before the words: needs, line and sum. */
export async function planChoices(ctx: Context, kept: PlanFacts | null = null) {
  const buyerId = buyerOf(ctx)
  authorize(ctx.actor, 'plan.draft', { buyerId })
  const free = await needsToPlan(ctx.db, buyerId)
  const own = kept?.needs ?? []
  return {
    needs: [...own, ...free].map((n) => ({
      id: n.id,
      refNo: n.refNo,
      title: n.title,
      estimate: n.estimate,
      category: n.category,
      itemType: n.itemType,
      catalogueId: n.catalogueId,
    })),
    lines: await linesOfBuyer(ctx.db, buyerId),
  }
}

/** What the words of a plan are chosen from: the catalogue, the suppliers there are, and whether it must be assessed. */
async function wordChoices(ctx: Context, buyerId: string, amount: Fen, today: string) {
  const { value } = await parameter(ctx.db, 'EX_ANTE_FROM', today)
  const entries = await catalogueOf(ctx.db, buyerId, today)
  return {
    assess: { from: fen(value), must: amount >= value },
    catalogue: entries.map(({ id, code, name, ownerId }) => ({ id, code, name, own: ownerId !== null })),
    suppliers: await ctx.db
      .select({ id: parties.id, name: parties.name })
      .from(parties)
      .where(and(inArray(parties.kind, ['organisation', 'enterprise']), eq(parties.credit, 'normal')))
      .orderBy(parties.name),
  }
}
export type WordChoices = Awaited<ReturnType<typeof wordChoices>>

type Sketch = { needIds: readonly string[]; lineId: string; amount: Fen; exceptId?: string }

/** Which routes admit the sum and why, and whether it looks like a purchase cut into parts. */
export async function planRoutes(ctx: Context, sketch: Sketch) {
  const today = dateOf(ctx.clock.now())
  const all = await methodsInForce(ctx.db, today)
  const { needs, lines } = await planChoices(
    ctx,
    sketch.exceptId ? await findPlan(ctx.db, sketch.exceptId) : null,
  )
  const line = lines.find((l) => l.line.id === sketch.lineId)
  const categories = [...new Set(needs.filter((n) => sketch.needIds.includes(n.id)).map((n) => n.category))]
  const year = line?.pool.year ?? Number(today.slice(0, 4))
  const buying = { buyerId: buyerOf(ctx), categories, year, amount: sketch.amount, exceptId: sketch.exceptId }
  const chosen = needs.filter((n) => sketch.needIds.includes(n.id))
  const places = await placesOfBuyer(ctx.db, buying.buyerId)
  return {
    routes: routesFor(all, sketch.amount, { kinds: chosen.map((n) => n.itemType), places }),
    ...(await wordChoices(ctx, buying.buyerId, sketch.amount, today)),
    line,
    needs: chosen,
    splitting: await splittingOf(ctx.db, all, buying),
  }
}

async function splitOf(ctx: Context, plan: PlanFacts) {
  const all = await methodsInForce(ctx.db, dateOf(plan.createdAt))
  const { buyerId, amount, id: exceptId } = plan
  const categories = [...new Set(plan.needs.map((n) => n.category))]
  return splittingOf(ctx.db, all, { buyerId, categories, year: plan.pool.year, amount, exceptId })
}

/** The clocks a plan waits for before the requirement may be written: its intention, its single-source notice. */
async function clocksOf(ctx: Context, plan: PlanFacts): Promise<Countdown[]> {
  const clocks: Countdown[] = []
  if (plan.intentionOn && asksIntention(plan, plan.method)) {
    const { source, mark, certainty } = await parameter(ctx.db, 'INTENTION_NOTICE', plan.intentionOn)
    const rest = { count: 'calendar' as const, mark: mark as 'statute', certainty, article: source }
    const on = addDays(plan.intentionOn, plan.method.intentionDays)
    clocks.push(countTo(ctx, { ...rest, code: 'INTENTION_NOTICE', on }))
  }
  if (plan.directNoticeOn) clocks.push(await countdown(ctx.db, ctx, 'DIRECT_NOTICE', plan.directNoticeOn))
  return clocks
}

/** Which way an approved plan goes on: a call, an agreement, or quotes. */
const wayOf = ({ framework, service }: PlanFacts['method']) =>
  framework ? ('framework' as const) : service ? ('tender' as const) : ('minor' as const)

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
    other: await otherWayOf(ctx.db, plan.id),
    way: wayOf(plan.method),
  }
}

/** One plan for whoever signs it: all the evidence on one page, and what this person may do. */
export async function planPage(ctx: Context, planId: string) {
  const plan = await findPlan(ctx.db, planId)
  authorize(ctx.actor, 'plan.read', plan)
  const tenders = await tendersOfPlan(ctx.db, planId)
  const handles = may(ctx.actor, 'plan.edit', plan)
  const around = await aroundPlan(ctx, plan)
  const free = tenders.every((t) => ['cancelled', 'failed'].includes(t.state)) && !around.other
  const goesOn = handles && plan.state === 'approved' && free
  return {
    plan,
    tenders,
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
