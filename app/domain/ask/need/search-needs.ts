import { and, count, desc, eq, inArray, isNotNull, like, sql } from 'drizzle-orm'
import { needs, needTerms } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { categories } from '#db/vocabulary.ts'
import { plainOf } from '../suggestion/likeness.ts'
import { listed } from './listed.ts'
import { soughtTerms } from './terms.ts'

/** Counting stops here: beyond it a page says "more than 1000". */
export const COUNTED = 1_000
export const PAGE = 20

type Sought = {
  words: string
  communityId?: string | undefined
  category?: (typeof categories)[number] | undefined
}
export type Found = { ids: string[]; count: number }

/** How often a pair occurs, counted no further than it takes to tell a rare one from a common one. */
async function rarity(db: Reader, term: number) {
  const some = db.select({ id: needTerms.id }).from(needTerms).where(eq(needTerms.term, term)).limit(COUNTED)
  const [row] = await db.select({ n: sql<number>`count(*)`.mapWith(Number) }).from(some.as('some'))
  return { term, n: row?.n ?? 0 }
}

/** The rarest pair of a word leads to it; null where one of its pairs stands in no need at all. */
async function rarestOf(db: Reader, word: string): Promise<number | null> {
  const counted = await Promise.all(soughtTerms(word).map((term) => rarity(db, term)))
  const [rarest] = counted.sort((a, b) => a.n - b.n)
  return rarest && rarest.n > 0 ? rarest.term : null
}

const matching = ({ communityId, category }: Sought, term: number, word: string) =>
  and(
    eq(needTerms.term, term),
    like(needs.searched, `%${word}%`),
    inArray(needs.state, listed),
    isNotNull(needs.publishedAt),
    communityId ? eq(needs.communityId, communityId) : undefined,
    category ? eq(needs.category, category) : undefined,
  )

/**
 * Public needs whose title or target group holds a word, newest first: the first page, and how many there are up to
 * a thousand. It reads the rarest pair of the word and no other need.
 */
export async function searchNeeds(db: Reader, sought: Sought): Promise<Found> {
  const word = plainOf(sought.words)
  const term = word ? await rarestOf(db, word) : null
  if (term === null) return { ids: [], count: 0 }
  const condition = matching(sought, term, word)
  const of = () =>
    db
      .select({ id: needTerms.needId })
      .from(needTerms)
      .innerJoin(needs, eq(needs.id, needTerms.needId))
      .where(condition)
  const page = await of().orderBy(desc(needTerms.at), desc(needTerms.needId)).limit(PAGE)
  const some = of()
    .limit(COUNTED + 1)
    .as('some')
  const [all] = page.length < PAGE ? [{ n: page.length }] : await db.select({ n: count() }).from(some)
  return { ids: page.map(({ id }) => id), count: all?.n ?? 0 }
}
