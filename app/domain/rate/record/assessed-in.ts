import { and, desc, eq, inArray } from 'drizzle-orm'
import { assessments, contracts } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { contractIdsOf } from './contracts-of-community.ts'

/** 中期、末期评估 of what was done for a community, the newest first: before whoever plans its next year. */
export async function assessedIn(db: Reader, communityId: string | null) {
  const ids = communityId ? await contractIdsOf(db, communityId) : []
  if (ids.length === 0) return []
  return db
    .select({
      id: assessments.id,
      kind: assessments.kind,
      score: assessments.score,
      grade: assessments.grade,
      title: contracts.title,
    })
    .from(assessments)
    .innerJoin(contracts, eq(contracts.id, assessments.contractId))
    .where(and(inArray(assessments.contractId, ids), eq(assessments.state, 'published')))
    .orderBy(desc(assessments.publishedAt))
    .limit(10)
}
