import { and, eq, isNotNull } from 'drizzle-orm'
import { contracts, visitPlans, visits } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { TrailEntry } from '../../../trail-entry.ts'

/** Visits to a project, by how many were met and asked; what was written on the spot stays with the centre. */
export async function trailOfVisits(db: Reader, planId: string): Promise<TrailEntry[]> {
  const rows = await db
    .select({ v: visits, centreId: visitPlans.centreId })
    .from(visits)
    .innerJoin(visitPlans, eq(visitPlans.id, visits.visitPlanId))
    .innerJoin(contracts, eq(contracts.id, visits.contractId))
    .where(
      and(
        eq(contracts.planId, planId),
        eq(visits.state, 'recorded'),
        isNotNull(visits.settledAt),
        isNotNull(contracts.publishedAt),
      ),
    )
  return rows.map(({ v, centreId }) => ({
    at: v.settledAt!,
    chapter: 'deliver',
    key: v.findingId ? 'inspection.found' : 'inspection.record',
    params: { present: v.present ?? 0, asked: v.asked ?? 0 },
    byPartyId: centreId,
    byRole: 'centre_officer',
  }))
}
