import { and, eq, isNotNull, ne } from 'drizzle-orm'
import { contractFilings, contracts, yearReviews } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { dateOf } from '../../../dates.ts'
import { parameter } from '../../../parameters.ts'
import type { TrailEntry } from '../../../trail-entry.ts'

const by = (c: typeof contracts.$inferSelect) => ({
  chapter: 'deliver' as const,
  byPartyId: c.buyerId,
  paper: { label: c.refNo, href: `/contracts/${c.id}` },
})

async function filings(db: Reader, planId: string): Promise<TrailEntry[]> {
  const filed = await db
    .select({ at: contractFilings.filedAt, c: contracts })
    .from(contractFilings)
    .innerJoin(contracts, eq(contracts.id, contractFilings.contractId))
    .where(and(eq(contracts.planId, planId), isNotNull(contracts.publishedAt)))
  return Promise.all(
    filed.map(async ({ at, c }) => {
      const { source } = await parameter(db, 'CONTRACT_FILE', dateOf(at))
      return { ...by(c), at, key: 'contract.file', ground: source }
    }),
  )
}

async function reviews(db: Reader, planId: string): Promise<TrailEntry[]> {
  const decided = await db
    .select({ review: yearReviews, c: contracts })
    .from(yearReviews)
    .innerJoin(contracts, eq(contracts.id, yearReviews.contractId))
    .where(and(eq(yearReviews.planId, planId), ne(yearReviews.state, 'given')))
  return decided.map(({ review, c }) => ({
    ...by(c),
    at: review.decidedAt!,
    key: review.state === 'passed' ? 'year.pass' : 'year.fail',
    params: { n: review.year },
    words: review.decision,
  }))
}

/** On a project's page: the copy filed, and what each year's review came to. */
export const trailOfArchive = async (db: Reader, planId: string): Promise<TrailEntry[]> => [
  ...(await filings(db, planId)),
  ...(await reviews(db, planId)),
]
