import { eq, inArray } from 'drizzle-orm'
import { contracts, needs, planNeeds, plans } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'

/** Plans for a community: its own, or one that took up one of its needs. */
export async function planIdsOf(db: Reader, communityId: string): Promise<string[]> {
  const named = await db.select({ id: plans.id }).from(plans).where(eq(plans.communityId, communityId))
  const asked = await db
    .select({ id: planNeeds.planId })
    .from(planNeeds)
    .innerJoin(needs, eq(needs.id, planNeeds.needId))
    .where(eq(needs.communityId, communityId))
  return [...new Set([...named, ...asked].map(({ id }) => id))]
}

/** Contracts for a community: of the plans that are for it. */
export async function contractIdsOf(db: Reader, communityId: string): Promise<string[]> {
  const rows = await db
    .select({ id: contracts.id })
    .from(contracts)
    .where(inArray(contracts.planId, await planIdsOf(db, communityId)))
  return rows.map(({ id }) => id)
}
