import { and, asc, eq, gte, inArray, isNotNull, lt, lte, ne } from 'drizzle-orm'
import { contracts, milestones, minorParts, minorQuotes, minorWorks, parties } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { startOf } from '../../dates.ts'
import { planIdsOf } from '../record/contracts-of-community.ts'

const byContract = (db: Reader, planIds: string[], year: number) =>
  db
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
        inArray(contracts.planId, planIds),
        isNotNull(contracts.publishedAt),
        lte(contracts.from, `${year}-12-31`),
        gte(contracts.to, `${year}-01-01`),
        eq(milestones.state, 'accepted'),
        ne(milestones.gate, 'publication'),
      ),
    )
    .orderBy(asc(contracts.refNo))

/** 民生微实事 of which a part was accepted on the spot that year. */
async function byWorks(db: Reader, planIds: string[], year: number) {
  const rows = await db
    .selectDistinct({
      id: minorWorks.id,
      refNo: minorWorks.refNo,
      title: minorWorks.title,
      price: minorWorks.price,
      supplier: parties.name,
    })
    .from(minorWorks)
    .innerJoin(minorQuotes, eq(minorQuotes.id, minorWorks.quoteId))
    .innerJoin(parties, eq(parties.id, minorQuotes.supplierId))
    .innerJoin(minorParts, eq(minorParts.workId, minorWorks.id))
    .where(
      and(
        inArray(minorWorks.planId, planIds),
        gte(minorParts.acceptedAt, startOf(`${year}-01-01`)),
        lt(minorParts.acceptedAt, startOf(`${year + 1}-01-01`)),
      ),
    )
    .orderBy(asc(minorWorks.refNo))
  return rows.flatMap(({ price, ...work }) => (price === null ? [] : [{ ...work, price }]))
}

/** What was delivered to a community in a year, by contract or as minor works: a piece of it was accepted. */
export async function deliveredIn(db: Reader, communityId: string, year: number) {
  const planIds = await planIdsOf(db, communityId)
  const contracted = await byContract(db, planIds, year)
  const works = await byWorks(db, planIds, year)
  return [
    ...contracted.map((one) => ({ by: 'contract' as const, ...one })),
    ...works.map((one) => ({ by: 'works' as const, ...one })),
  ]
}
export type Delivered = Awaited<ReturnType<typeof deliveredIn>>[number]
