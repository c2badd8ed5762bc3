import type { Reader } from '#db/store.ts'
import { startOf } from '../../dates.ts'
import type { TrailEntry } from '../../trail-entry.ts'
import { roleFor } from './approval-chain.ts'
import { directGround } from './direct-grounds-data.ts'
import { objectionsOf, supplierName } from './find-objections.ts'
import { findPlan } from './find-plan.ts'

/** The intention told to the market, and the approval that set the money apart. */
export async function trailOfPlan(db: Reader, planId: string): Promise<TrailEntry[]> {
  const plan = await findPlan(db, planId)
  const office = { chapter: 'buy' as const, byPartyId: plan.buyerId }
  const told: TrailEntry[] = []
  if (plan.intentionOn)
    told.push({
      ...office,
      at: startOf(plan.intentionOn),
      key: 'plan.intention',
      byRole: roleFor('handler', plan.buyer.kind),
      ground: plan.method.intentionDays > 0 ? '财库〔2020〕10号' : null,
      paper: { label: plan.refNo, href: `/tenders#${plan.refNo}` },
      params: { route: plan.method.name },
    })
  if (plan.approvedAt)
    told.push({
      ...office,
      at: plan.approvedAt,
      key: 'plan.approve',
      byRole: roleFor('approver', plan.buyer.kind),
      ground: plan.method.basis,
      amount: plan.amount,
      words: plan.goals,
      params: { line: plan.line.name, route: plan.method.name, no: plan.refNo },
    })
  if (plan.directNoticeOn)
    told.push({
      ...office,
      at: startOf(plan.directNoticeOn),
      key: 'plan.direct',
      byRole: roleFor('handler', plan.buyer.kind),
      ground: directGround(plan.directGround)?.article ?? null,
      words: plan.directWords,
      paper: { label: plan.refNo, href: `/direct-notices/${planId}` },
      params: { supplier: await supplierName(db, planId) },
    })
  for (const objection of await objectionsOf(db, planId))
    if (objection.answeredAt)
      told.push({
        ...office,
        at: objection.answeredAt,
        key: 'plan.objection',
        byRole: roleFor('approver', plan.buyer.kind),
        words: objection.answer,
      })
  return told
}
