import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm'
import { consortiumMembers, methods, proposals, tenders } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'

/** 响应文件 as it may be told after the award notice: whose, when, for how much, and what became of it. */
export type Bid = Pick<
  typeof proposals.$inferSelect,
  'id' | 'supplierId' | 'state' | 'price' | 'submittedAt'
> & {
  partners: string[]
}

const openedStates = ['opened', 'disqualified', 'scored', 'awarded', 'not_awarded'] as const
/** Everything that was opened, the first to come first; where final offers decide, who sent none has no price. */
export async function bidsOf(db: Reader, tenderId: string): Promise<Bid[]> {
  const { id, supplierId, state, price, firstPrice, submittedAt } = proposals
  const { finalOffers } = methods
  const rows = await db
    .select({ id, supplierId, state, price, firstPrice, submittedAt, finalOffers })
    .from(proposals)
    .innerJoin(tenders, eq(tenders.id, proposals.tenderId))
    .innerJoin(methods, eq(methods.id, tenders.methodId))
    .where(and(eq(proposals.tenderId, tenderId), inArray(proposals.state, [...openedStates])))
    .orderBy(asc(proposals.submittedAt), asc(proposals.id))
  const joined = await db
    .select({ proposalId: consortiumMembers.proposalId, partyId: consortiumMembers.partyId })
    .from(consortiumMembers)
    .where(and(eq(consortiumMembers.tenderId, tenderId), isNotNull(consortiumMembers.consentedAt)))
    .orderBy(asc(consortiumMembers.ordinal))
  return rows.map(({ finalOffers, firstPrice, price, ...bid }) => ({
    ...bid,
    price: finalOffers && firstPrice === null ? null : price,
    partners: joined.filter((j) => j.proposalId === bid.id).map((j) => j.partyId),
  }))
}
