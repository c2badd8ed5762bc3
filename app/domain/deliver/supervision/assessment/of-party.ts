import { and, desc, eq } from 'drizzle-orm'
import { assessments, contracts } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'

/** What evaluations came to under a body's contracts, newest first: part of its record. */
export const assessedOf = (db: Reader, supplierId: string) =>
  db
    .select({
      id: assessments.id,
      kind: assessments.kind,
      score: assessments.score,
      grade: assessments.grade,
      title: contracts.title,
      publishedAt: assessments.publishedAt,
    })
    .from(assessments)
    .innerJoin(contracts, eq(contracts.id, assessments.contractId))
    .where(and(eq(contracts.supplierId, supplierId), eq(assessments.state, 'published')))
    .orderBy(desc(assessments.publishedAt))
