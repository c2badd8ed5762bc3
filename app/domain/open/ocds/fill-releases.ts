import { and, asc, desc, eq, notInArray } from 'drizzle-orm'
import { plans, tenders } from '#db/schema/index.ts'
import type { Store } from '#db/store.ts'
import { otherWayOf } from '../../buy/plan/tender-of-plan.ts'
import type { Context } from '../../context.ts'
import { publishWhole } from './publish-release.ts'

/** 补发: one release for each project that was approved before releases were made; answers how many were written. */
export async function fillReleases(
  { db, transact }: Pick<Store, 'db' | 'transact'>,
  ctx: Pick<Context, 'clock' | 'calendar'>,
): Promise<number> {
  const approved = await db
    .select({ id: plans.id })
    .from(plans)
    .where(eq(plans.state, 'approved'))
    .orderBy(asc(plans.approvedAt), asc(plans.refNo))
  let written = 0
  for (const { id } of approved) {
    const [last] = await db
      .select({ id: tenders.id })
      .from(tenders)
      .where(and(eq(tenders.planId, id), notInArray(tenders.state, ['draft', 'in_review'])))
      .orderBy(desc(tenders.createdAt))
      .limit(1)
    const callId = last?.id ?? (await otherWayOf(db, id))?.id ?? null
    const made = await transact((tx) => publishWhole(tx, ctx, id, callId))
    written += made ? 1 : 0
  }
  return written
}
