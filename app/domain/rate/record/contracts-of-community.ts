import { eq } from 'drizzle-orm'
import { contracts, needs, planNeeds, plans } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'

/** Contracts for a community: its plan's, or of a plan that took up one of its needs. */
export async function contractIdsOf(db: Reader, communityId: string): Promise<string[]> {
  const named = await db
    .select({ id: contracts.id })
    .from(contracts)
    .innerJoin(plans, eq(plans.id, contracts.planId))
    .where(eq(plans.communityId, communityId))
  const asked = await db
    .select({ id: contracts.id })
    .from(contracts)
    .innerJoin(planNeeds, eq(planNeeds.planId, contracts.planId))
    .innerJoin(needs, eq(needs.id, planNeeds.needId))
    .where(eq(needs.communityId, communityId))
  return [...new Set([...named, ...asked].map(({ id }) => id))]
}
