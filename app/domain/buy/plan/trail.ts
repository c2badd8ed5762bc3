import type { Reader } from '#db/store.ts'
import { startOf } from '../../dates.ts'
import type { TrailEntry } from '../../trail-entry.ts'
import { roleFor } from './approval-chain.ts'
import { directGround } from './direct-grounds-data.ts'
import { objectionsOf, supplierName } from './find-objections.ts'
import { findPlan, type PlanFacts } from './find-plan.ts'

const office = (plan: PlanFacts, post: 'handler' | 'approver') => ({
  chapter: 'buy' as const,
  byPartyId: plan.buyerId,
  byRole: roleFor(post, plan.buyer.kind),
})

const announced = (plan: PlanFacts, on: string): TrailEntry => ({
  ...office(plan, 'handler'),
  at: startOf(on),
  key: 'plan.intention',
  ground: plan.method.intentionDays > 0 ? '财库〔2020〕10号' : null,
  paper: { label: plan.refNo, href: `/tenders#${plan.refNo}` },
  params: { route: plan.method.name, routeEn: plan.method.nameEn },
})
/** Signed by the street, or in its stead by the committee it delegated that to. */
const signer = (plan: PlanFacts) =>
  plan.delegation
    ? {
        ...{ chapter: 'buy' as const, byPartyId: plan.delegation.committeeId },
        ...{ byRole: 'committee_director', key: 'plan.approve-delegated' },
        ...{ ground: plan.delegation.source, paper: { label: plan.refNo, href: '/delegations' } },
      }
    : { ...office(plan, 'approver'), key: 'plan.approve', ground: plan.method.basis }
const approved = (plan: PlanFacts, at: Date): TrailEntry => ({
  ...signer(plan),
  at,
  amount: plan.amount,
  words: plan.goals,
  params: { line: plan.line.name, route: plan.method.name, routeEn: plan.method.nameEn, no: plan.refNo },
})

/** 单一来源公示 and each objection answered; never whose it was. */
async function direct(db: Reader, plan: PlanFacts, on: string): Promise<TrailEntry[]> {
  const notice: TrailEntry = {
    ...office(plan, 'handler'),
    at: startOf(on),
    key: 'plan.direct',
    ground: directGround(plan.directGround)?.article ?? null,
    words: plan.directWords,
    paper: { label: plan.refNo, href: `/direct-notices/${plan.id}` },
    params: { supplier: await supplierName(db, plan.id) },
  }
  const answers = (await objectionsOf(db, plan.id)).flatMap(({ answeredAt, answer }): TrailEntry[] =>
    answeredAt ? [{ ...office(plan, 'approver'), at: answeredAt, key: 'plan.objection', words: answer }] : [],
  )
  return [notice, ...answers]
}

/** The intention told to the market, the approval that set the money apart, and what was posted before buying from one. */
export async function trailOfPlan(db: Reader, planId: string): Promise<TrailEntry[]> {
  const plan = await findPlan(db, planId)
  return [
    ...(plan.intentionOn ? [announced(plan, plan.intentionOn)] : []),
    ...(plan.approvedAt ? [approved(plan, plan.approvedAt)] : []),
    ...(plan.directNoticeOn ? await direct(db, plan, plan.directNoticeOn) : []),
  ]
}
