import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import type { DeskItem } from '../../desk-item.ts'
import { whyNot } from '../../policy/index.ts'
import { findPlan, type PlanFacts } from './find-plan.ts'
import { needsToPlan, plansOfBuyer } from './list-plans.ts'
import { liveTenderOf } from './tender-of-plan.ts'

const posts = /^(street|district)_(handler|finance|approver)$/

async function itemOf(db: Reader, ctx: Context, plan: PlanFacts): Promise<DeskItem | null> {
  const about = {
    matter: plan.title,
    amount: plan.amount,
    chapter: 'buy' as const,
    due: null,
    since: plan.createdAt,
  }
  const link = `/desk/plans/${plan.id}`
  const handles = whyNot(ctx.actor, 'plan.submit', plan) === true
  if (plan.state === 'in_review') {
    const mine = whyNot(ctx.actor, 'plan.approve', plan) === true
    if (!mine && !handles) return null
    return { ...about, link, key: mine ? 'plan.sign' : 'plan.wait', kind: mine ? 'act' : 'wait' }
  }
  if (!handles) return null
  if (plan.state === 'draft') return { ...about, link, key: 'plan.submit', kind: 'act' }
  if (plan.state === 'returned') return { ...about, link, key: 'plan.mend', kind: 'act' }
  if (plan.state === 'approved' && !(await liveTenderOf(db, plan.id)))
    return { ...about, link: `/desk/tenders/new?plan=${plan.id}`, key: 'tender.write', kind: 'act' }
  return null
}

const needItem = (need: Awaited<ReturnType<typeof needsToPlan>>[number]): DeskItem => ({
  key: 'plan.draft',
  matter: need.title,
  amount: need.estimate,
  chapter: 'buy',
  due: null,
  since: need.decidedAt ?? need.createdAt,
  link: `/desk/plans/new?needIds=${need.id}`,
  kind: 'act',
})

/** Needs to plan for, plans to send, to sign, to mend, and those that may be put to the market. */
export async function deskOfPlan(db: Reader, ctx: Context): Promise<DeskItem[]> {
  const { seat } = ctx.actor
  if (!seat || !posts.test(seat.role)) return []
  const rows = await plansOfBuyer(db, seat.partyId)
  const waiting = seat.role.endsWith('_handler') ? await needsToPlan(db, seat.partyId) : []
  const live = rows.filter(({ plan }) => plan.state !== 'rejected')
  const items = await Promise.all(live.map(async ({ plan }) => itemOf(db, ctx, await findPlan(db, plan.id))))
  return [
    ...waiting.filter((need) => need.state === 'selected').map(needItem),
    ...items.filter((item) => item !== null),
  ]
}
