import { eq } from 'drizzle-orm'
import { awards, contracts, linkages, plans, tenders } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { Refusal } from '../../refusal.ts'
import { type Bodies, bodiesAround } from './bodies-around.ts'

export type Contract = typeof contracts.$inferSelect
export type Linkage = typeof linkages.$inferSelect
export type ContractFacts = Contract &
  Bodies & {
    linkages: Linkage[]
    /** Everyone who handled this purchase for the buyer: none of them may accept what it brings. */
    handledBy: string[]
    notifiedAt: Date | null
    communityId: string | null
  }

const present = (ids: Array<string | null>) => [...new Set(ids.filter((id) => id !== null))]

/** One contract with everything a rule or a page asks of it. */
export async function findContract(db: Reader, id: string): Promise<ContractFacts> {
  const [row] = await db
    .select({ contract: contracts, plan: plans, tender: tenders, award: awards })
    .from(contracts)
    .innerJoin(plans, eq(plans.id, contracts.planId))
    .innerJoin(tenders, eq(tenders.id, contracts.tenderId))
    .innerJoin(awards, eq(awards.id, contracts.awardId))
    .where(eq(contracts.id, id))
  if (!row) throw new Refusal('missing', 'contract-missing')
  const { contract, plan, tender, award } = row
  const sides = await db.select().from(linkages).where(eq(linkages.contractId, id))
  const around = await bodiesAround(db, contract.planId, contract.buyerId)
  const community = sides.find((side) => side.sector === 'community')
  return {
    ...contract,
    ...around,
    committeeIds: community?.partyId ? [community.partyId] : around.committeeIds,
    linkages: sides,
    handledBy: present([contract.draftedBy, plan.draftedBy, tender.requirementBy, award.proposedBy]),
    notifiedAt: award.notifiedAt,
    communityId: plan.communityId ?? around.communityIds[0] ?? null,
  }
}
