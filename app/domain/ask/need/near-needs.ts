import { and, eq, inArray, sql } from 'drizzle-orm'
import { needs, needTerms } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { NeedState } from './find-need.ts'
import { soughtTerms } from './terms.ts'

const MOST_TERMS = 60

/** The live needs of a community that share most pairs with what somebody is writing, the nearest first. */
export async function nearNeeds(
  db: Reader,
  {
    communityId,
    words,
    states,
    most,
  }: { communityId: string; words: string; states: NeedState[]; most: number },
): Promise<string[]> {
  const terms = soughtTerms(words).slice(0, MOST_TERMS)
  if (terms.length === 0) return []
  const shared = sql<number>`count(*)`.mapWith(Number)
  const rows = await db
    .select({ id: needTerms.needId, shared })
    .from(needTerms)
    .innerJoin(needs, eq(needs.id, needTerms.needId))
    .where(
      and(
        eq(needTerms.communityId, communityId),
        inArray(needTerms.term, terms),
        inArray(needs.state, states),
      ),
    )
    .groupBy(needTerms.needId)
    .orderBy(sql`count(*) desc`, needTerms.needId)
    .limit(most)
  return rows.map(({ id }) => id)
}
