import { and, eq } from 'drizzle-orm'
import { awards, contracts, linkages, planApprovals, plans, tenders } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { Refusal } from '../../refusal.ts'
import { writtenBy } from '../../written-by.ts'
import { type Bodies, bodiesAround } from './bodies-around.ts'

export type Contract = typeof contracts.$inferSelect
export type Linkage = typeof linkages.$inferSelect
export type ContractFacts = Contract &
  Bodies & {
    linkages: Linkage[]
    /** Who drew it up, and who revised it since. */
    writtenBy: string[]
    /** Everyone who handled this purchase for the buyer: none of them may accept what it brings. */
    handledBy: string[]
    notifiedAt: Date | null
    /** Whether the award it was drawn on is still in force: nothing is signed on one that was declined or cancelled. */
    awardStands: boolean
    communityId: string | null
  }

const present = (ids: Array<string | null>) => [...new Set(ids.filter((id) => id !== null))]

/** Who sent the plan for approval, as its handler. */
const sentBy = async (db: Reader, planId: string) => {
  const rows = await db
    .select({ personId: planApprovals.personId })
    .from(planApprovals)
    .where(and(eq(planApprovals.planId, planId), eq(planApprovals.step, 'handler')))
  return rows.map((row) => row.personId)
}

async function rowOf(db: Reader, id: string) {
  const [row] = await db
    .select({ contract: contracts, plan: plans, tender: tenders, award: awards })
    .from(contracts)
    .innerJoin(plans, eq(plans.id, contracts.planId))
    .innerJoin(tenders, eq(tenders.id, contracts.tenderId))
    .innerJoin(awards, eq(awards.id, contracts.awardId))
    .where(eq(contracts.id, id))
  if (!row) throw new Refusal('missing', 'contract-missing')
  return row
}

/** One contract with everything a rule or a page asks of it. */
export async function findContract(db: Reader, id: string): Promise<ContractFacts> {
  const { contract, plan, tender, award } = await rowOf(db, id)
  const sides = await db.select().from(linkages).where(eq(linkages.contractId, id))
  const around = await bodiesAround(db, contract.planId, contract.buyerId)
  const writers = await writtenBy(db, contract, 'contract.revise')
  const community = sides.find((side) => side.sector === 'community')
  return {
    ...contract,
    ...around,
    committeeIds: community?.partyId ? [community.partyId] : around.committeeIds,
    linkages: sides,
    writtenBy: writers,
    handledBy: present([
      ...writers,
      ...(await writtenBy(db, plan, 'plan.edit')),
      tender.requirementBy,
      tender.openedBy,
      award.proposedBy,
      ...(await sentBy(db, plan.id)),
    ]),
    notifiedAt: award.notifiedAt,
    awardStands: award.state === 'effective',
    communityId: plan.communityId ?? around.communityIds[0] ?? null,
  }
}
