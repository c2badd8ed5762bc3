import { and, asc, eq, isNotNull } from 'drizzle-orm'
import { contracts, journal, ratings, rectifications } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { dateOf } from '../../dates.ts'
import type { TrailEntry } from '../../trail-entry.ts'
import { publicRatings } from './summary.ts'

/** What those served said of a project, all together, and each bad rating's way to being put right. */
export async function trailOfRating(db: Reader, planId: string): Promise<TrailEntry[]> {
  const mine = await db
    .select()
    .from(contracts)
    .where(and(eq(contracts.planId, planId), isNotNull(contracts.publishedAt)))
  const entries = await Promise.all(mine.map((c) => entriesOf(db, c)))
  return entries.flat()
}

async function entriesOf(db: Reader, c: typeof contracts.$inferSelect): Promise<TrailEntry[]> {
  const given = await db
    .select({ at: ratings.givenAt })
    .from(ratings)
    .where(and(eq(ratings.contractId, c.id), isNotNull(ratings.givenAt)))
    .orderBy(asc(ratings.givenAt))
  const last = given.at(-1)?.at
  if (!last) return []
  const { summary } = await publicRatings(db, [c.id], dateOf(last))
  const paper = { label: c.refNo, href: `/orgs/${c.supplierId}` }
  const together: TrailEntry = {
    at: last,
    chapter: 'rate',
    key: summary.weighed === null ? 'rating.few' : 'rating.mean',
    params: { n: summary.count, mean: summary.weighed?.score ?? '' },
    ground: '政府购买服务管理办法：绩效评价听取服务对象意见',
    paper,
  }
  return [together, ...(await fixesOf(db, c))]
}

async function fixesOf(db: Reader, c: typeof contracts.$inferSelect): Promise<TrailEntry[]> {
  const steps = await db
    .select({ step: journal, fix: rectifications })
    .from(journal)
    .innerJoin(rectifications, eq(rectifications.id, journal.subject))
    .where(eq(rectifications.contractId, c.id))
    .orderBy(asc(journal.at))
  return steps.map(({ step, fix }) => ({
    at: step.at,
    chapter: 'rate' as const,
    key: step.action,
    params: { title: c.title },
    words: step.action === 'rectification.answer' ? fix.answer : null,
    byPartyId: step.action === 'rectification.answer' ? step.partyId : null,
    byRole: step.action === 'rectification.answer' ? step.role : null,
  }))
}
