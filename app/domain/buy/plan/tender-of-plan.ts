import { and, desc, eq, notInArray } from 'drizzle-orm'
import { tenders } from '#db/schema/index.ts'
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
