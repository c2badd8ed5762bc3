import { and, desc, eq, ne, notInArray } from 'drizzle-orm'
import { frameworks, minorWorks, tenders } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'

/** The tender a plan is being bought through, unless it was cancelled or failed. */
export async function liveTenderOf(db: Reader, planId: string) {
  const [found] = await db
    .select({ id: tenders.id, state: tenders.state })
    .from(tenders)
    .where(and(eq(tenders.planId, planId), notInArray(tenders.state, ['cancelled', 'failed'])))
  return found ?? null
}

/** Every tender of a plan, newest first. */
export const tendersOfPlan = (db: Reader, planId: string) =>
  db
    .select({ id: tenders.id, refNo: tenders.refNo, state: tenders.state, createdAt: tenders.createdAt })
    .from(tenders)
    .where(eq(tenders.planId, planId))
    .orderBy(desc(tenders.createdAt))

/** The agreement or the minor works a plan became, where its route has no tender. */
export async function otherWayOf(db: Reader, planId: string) {
  const [framework] = await db
    .select({ id: frameworks.id, refNo: frameworks.refNo, state: frameworks.state })
    .from(frameworks)
    .where(eq(frameworks.planId, planId))
  if (framework) return { ...framework, to: `/desk/frameworks/${framework.id}` }
  const [work] = await db
    .select({ id: minorWorks.id, refNo: minorWorks.refNo, state: minorWorks.state })
    .from(minorWorks)
    .where(and(eq(minorWorks.planId, planId), ne(minorWorks.state, 'cancelled')))
  return work ? { ...work, to: `/desk/minor-works/${work.id}` } : null
}
