import { and, asc, eq, gte, inArray, isNotNull, lte, ne } from 'drizzle-orm'
import { contracts, milestones, parties } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { contractIdsOf } from '../record/contracts-of-community.ts'

/** What was delivered to a community in a year: its contract ran that year, and a piece of its work was accepted. */
export async function deliveredIn(db: Reader, communityId: string, year: number) {
  const ids = await contractIdsOf(db, communityId)
  if (ids.length === 0) return []
  return db
    .selectDistinct({
      id: contracts.id,
      refNo: contracts.refNo,
      title: contracts.title,
      price: contracts.price,
      supplier: parties.name,
    })
    .from(contracts)
    .innerJoin(parties, eq(parties.id, contracts.supplierId))
    .innerJoin(milestones, eq(milestones.contractId, contracts.id))
    .where(
      and(
        inArray(contracts.id, ids),
        isNotNull(contracts.publishedAt),
        lte(contracts.from, `${year}-12-31`),
        gte(contracts.to, `${year}-01-01`),
        eq(milestones.state, 'accepted'),
        ne(milestones.gate, 'publication'),
      ),
    )
    .orderBy(asc(contracts.refNo))
}
