import { and, desc, eq, exists, inArray, isNotNull, type SQL, sql } from 'drizzle-orm'
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

const holds = (db: Reader, term: number) =>
  exists(
    db
      .select({ one: sql`1` })
      .from(sql`${needTerms} as other`)
      .where(sql`other.need_id = ${needTerms.needId} and other.term = ${term}`),
  )

/** The rarest pair leads, the others must be there too; null where one of them stands in no need at all. */
async function conditionFor(db: Reader, word: string): Promise<SQL | undefined | null> {
  const counted = await Promise.all(soughtTerms(word).map((term) => rarity(db, term)))
  const [rarest, ...others] = counted.sort((a, b) => a.n - b.n)
  if (!rarest || rarest.n === 0) return null
  return and(eq(needTerms.term, rarest.term), ...others.map(({ term }) => holds(db, term)))
}

const candidates = (
  db: Reader,
  { communityId, category }: Sought,
  condition: SQL | undefined,
  from: number,
) =>
  db
    .select({ id: needs.id, title: needs.title, targetGroup: needs.targetGroup })
    .from(needTerms)
    .innerJoin(needs, eq(needs.id, needTerms.needId))
    .where(
      and(
        condition,
        inArray(needs.state, listed),
        isNotNull(needs.publishedAt),
        communityId ? eq(needs.communityId, communityId) : undefined,
        category ? eq(needs.category, category) : undefined,
      ),
    )
    .orderBy(desc(needTerms.at), desc(needTerms.needId))
    .limit(COUNTED + 1)
    .offset(from)

/** Whether the word itself stands there, not only its pairs. */
const says = (word: string) => (row: { title: string; targetGroup: string }) =>
  plainOf(row.title).includes(word) || plainOf(row.targetGroup).includes(word)

/**
 * Public needs whose title or target group holds a word, newest first: the first page, and how many there are up to
 * a thousand. It reads the rarest pair of the word and no other need.
 */
export async function searchNeeds(db: Reader, sought: Sought): Promise<Found> {
  const word = plainOf(sought.words)
  const condition = word && (await conditionFor(db, word))
  if (!condition) return { ids: [], count: 0 }
  const found: string[] = []
  for (let from = 0; found.length <= COUNTED; from += COUNTED + 1) {
    const rows = await candidates(db, sought, condition, from)
    found.push(...rows.filter(says(word)).map(({ id }) => id))
    if (rows.length <= COUNTED) break
  }
  return { ids: found.slice(0, PAGE), count: Math.min(found.length, COUNTED + 1) }
}
