import { and, eq } from 'drizzle-orm'
import { assessments, contracts } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { TrailEntry } from '../../../trail-entry.ts'

/** Published evaluations of a project: score, grade, and where they are read whole. */
export async function trailOfAssessment(db: Reader, planId: string): Promise<TrailEntry[]> {
  const rows = await db
    .select({ a: assessments, refNo: contracts.refNo })
    .from(assessments)
    .innerJoin(contracts, eq(contracts.id, assessments.contractId))
    .where(and(eq(contracts.planId, planId), eq(assessments.state, 'published')))
  return rows.map(({ a, refNo }) => ({
    at: a.publishedAt!,
    chapter: 'deliver',
    key: `assessment.${a.kind}`,
    params: { score: a.score ?? 0, grade: a.grade ?? '' },
    words: a.words,
    byRole: 'centre_officer',
    paper: { label: refNo, href: `/assessments/${a.id}` },
  }))
}
