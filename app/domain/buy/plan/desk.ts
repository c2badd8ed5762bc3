import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import type { DeskItem } from '../../desk-item.ts'
import { whyNot } from '../../policy/index.ts'
import { officesUnder } from '../../where/offices-under.ts'
import type { Seat } from '../../who/actor.ts'
import { asksNotice, objectionsOf } from './find-objections.ts'
import { findPlan, type PlanFacts } from './find-plan.ts'
import { needsToPlan, plansDelegatedTo, plansOfBuyers } from './list-plans.ts'
import { liveTenderOf, otherWayOf } from './tender-of-plan.ts'

const posts = /^((street|district)_(handler|finance|approver)|committee_director)$/

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
  return plan.state === 'approved' ? goesOn(db, ctx, plan, about) : null
}

type About = Omit<DeskItem, 'link' | 'key' | 'kind'>
/** How an approved plan goes on: by its notice first, then by a call, an agreement or quotes. */
async function goesOn(db: Reader, ctx: Context, plan: PlanFacts, about: About): Promise<DeskItem | null> {
  if ((await liveTenderOf(db, plan.id)) || (await otherWayOf(db, plan.id))) return null
  const to = (page: string) => `/desk/${page}/new?plan=${plan.id}`
  const { framework, service } = plan.method
  if (framework) return { ...about, link: to('frameworks'), key: 'framework.draft', kind: 'act' }
  if (!service) return { ...about, link: to('minor-works'), key: 'minor.draft', kind: 'act' }
  const write: DeskItem = { ...about, link: to('tenders'), key: 'tender.write', kind: 'act' }
  if (!asksNotice(plan)) return write
  const notice = { ...about, link: `/desk/plans/${plan.id}` }
  if (!plan.directNoticeOn) return { ...notice, key: 'direct.notice', kind: 'act' }
  const runs = dateOf(ctx.clock.now()) <= plan.directNoticeUntil!
  return runs ? { ...notice, key: 'direct.wait', kind: 'wait' } : write
}

/** Objections to a single-source notice that the approver has not answered. */
async function objected(db: Reader, ctx: Context, plan: PlanFacts): Promise<DeskItem[]> {
  if (!plan.directNoticeOn || whyNot(ctx.actor, 'directNotice.answer', plan) !== true) return []
  const open = (await objectionsOf(db, plan.id)).filter((o) => !o.answeredAt)
  const [first] = open
  if (!first) return []
  const about = { matter: plan.title, amount: plan.amount, chapter: 'buy' as const, due: null }
  const link = `/direct-notices/${plan.id}`
  return [
    { ...about, link, key: 'direct.answer', params: { n: open.length }, since: first.raisedAt, kind: 'act' },
  ]
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

/** The plans of one's own office; the district's approver also those of streets that are being signed. */
async function plansToLookAt(db: Reader, { role, partyId }: Pick<Seat, 'role' | 'partyId'>) {
  if (role === 'committee_director') return plansDelegatedTo(db, partyId)
  const own = await plansOfBuyers(db, [partyId])
  if (role !== 'district_approver') return own
  const streets = (await officesUnder(db, partyId)).filter((id) => id !== partyId)
  const theirs = await plansOfBuyers(db, streets)
  return [...own, ...theirs.filter(({ plan }) => plan.state === 'in_review')]
}

/** Needs to plan for, plans to send, to sign, to mend, and those that may be put to the market. */
export async function deskOfPlan(db: Reader, ctx: Context): Promise<DeskItem[]> {
  const { seat } = ctx.actor
  if (!seat || !posts.test(seat.role)) return []
  const rows = await plansToLookAt(db, seat)
  const waiting = seat.role.endsWith('_handler') ? await needsToPlan(db, seat.partyId) : []
  const live = rows.filter(({ plan }) => plan.state !== 'rejected')
  const today = dateOf(ctx.clock.now())
  const facts = await Promise.all(live.map(({ plan }) => findPlan(db, plan.id, today)))
  const items = await Promise.all(facts.map((plan) => itemOf(db, ctx, plan)))
  const objections = await Promise.all(facts.map((plan) => objected(db, ctx, plan)))
  return [
    ...objections.flat(),
    ...waiting.filter((need) => need.state === 'selected').map(needItem),
    ...items.filter((item) => item !== null),
  ]
}
