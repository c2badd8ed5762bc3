import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import type { Fen } from '../../money.ts'
import { authorize, may } from '../../policy/index.ts'
import { linesOfBuyer } from '../../treasury/list-lines.ts'
import { findPlan, type PlanFacts } from './find-plan.ts'
import { needsToPlan, plansOfBuyer } from './list-plans.ts'
import { methodsInForce, routesFor } from './routes-for.ts'
import { splittingOf } from './splitting.ts'
import { tendersOfPlan } from './tender-of-plan.ts'

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
    })),
    lines: await linesOfBuyer(ctx.db, buyerId),
  }
}

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
  return {
    routes: routesFor(all, sketch.amount),
    line,
    needs: needs.filter((n) => sketch.needIds.includes(n.id)),
    splitting: await splittingOf(ctx.db, all, buying),
  }
}

/** One plan for whoever signs it: all the evidence on one page, and what this person may do. */
export async function planPage(ctx: Context, planId: string) {
  const plan = await findPlan(ctx.db, planId)
  authorize(ctx.actor, 'plan.read', plan)
  const all = await methodsInForce(ctx.db, dateOf(plan.createdAt))
  const { buyerId, amount, id: exceptId } = plan
  const categories = [...new Set(plan.needs.map((n) => n.category))]
  const lines = await linesOfBuyer(ctx.db, buyerId)
  const tenders = await tendersOfPlan(ctx.db, planId)
  const ended = ['cancelled', 'failed']
  const handles = may(ctx.actor, 'plan.edit', plan)
  return {
    plan,
    tenders,
    balances: lines.find((l) => l.line.id === plan.lineId)?.balances ?? null,
    splitting: await splittingOf(ctx.db, all, {
      buyerId,
      categories,
      year: plan.pool.year,
      amount,
      exceptId,
    }),
    may: {
      submit: handles && ['draft', 'returned'].includes(plan.state),
      sign: plan.state === 'in_review' && may(ctx.actor, 'plan.approve', plan),
      edit: handles && plan.state !== 'rejected' && tenders.every((t) => ended.includes(t.state)),
      announce:
        !plan.intentionOn &&
        (plan.method.intentionDays > 0 || !plan.pool.approvedOn) &&
        plan.state !== 'rejected' &&
        may(ctx.actor, 'plan.announce', plan),
      tender: handles && plan.state === 'approved' && tenders.every((t) => ended.includes(t.state)),
    },
  }
}
