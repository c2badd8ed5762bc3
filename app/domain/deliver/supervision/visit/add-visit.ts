import { and, eq } from 'drizzle-orm'
import { visitPlans, visits } from '#db/schema/index.ts'
import type { Context } from '../../../context.ts'
import { dateOf } from '../../../dates.ts'
import { record } from '../../../journal.ts'
import { authorize } from '../../../policy/index.ts'
import { Refusal } from '../../../refusal.ts'
import { findContract } from '../../contract/find-contract.ts'
import type { AddVisit } from './forms.ts'
import { monthOf, underCentre } from './plan-visits.ts'

/** 不定期检查: beside the month's plan and for a reason; nobody of the organisation is told before. */
export const addVisit = (ctx: Context, { contractId, reason }: AddVisit) =>
  ctx.transact(async (tx) => {
    const centreId = ctx.actor.seat?.partyId ?? ''
    const { supplierId } = await findContract(tx, contractId)
    authorize(ctx.actor, 'inspection.add', { centreId, supplierId })
    const mine = await underCentre(tx, ctx)
    if (!mine.some(({ id }) => id === contractId)) throw new Refusal('conflict', 'contract-not-running')
    const month = monthOf(dateOf(ctx.clock.now()))
    const of = and(eq(visitPlans.centreId, centreId), eq(visitPlans.month, month))
    const [plan] = await tx.select({ id: visitPlans.id }).from(visitPlans).where(of)
    if (!plan) throw new Refusal('conflict', 'inspections-plan-first')
    const waiting = and(eq(visits.contractId, contractId), eq(visits.state, 'planned'))
    if ((await tx.$count(visits, waiting)) > 0) throw new Refusal('conflict', 'inspection-waits-already')
    const [made] = await tx
      .insert(visits)
      .values({ visitPlanId: plan.id, contractId, reason, why: 'unplanned', state: 'planned' })
      .returning({ id: visits.id })
    await record(tx, ctx, 'inspection.add', { subject: made!.id })
    return made!
  })
