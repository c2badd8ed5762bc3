import { and, desc, eq, inArray, isNotNull, lt, or, sql } from 'drizzle-orm'
import { needs, places } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { categories } from '#db/vocabulary.ts'
import { sharesOf } from './find-evidence.ts'
import { supportersOfNeed } from './find-supporters.ts'
import { listed } from './listed.ts'
import { priorityOf } from './priority.ts'
import { COUNTED, searchNeeds } from './search-needs.ts'

export type Sought = {
  communityId?: string | undefined
  category?: (typeof categories)[number] | undefined
  after?: string | undefined
  words?: string | undefined
}
const PAGE = 20

/** Where the next page begins: the last row's publication and id. */
const readCursor = (after?: string) => {
  const match = /^(\d{1,15})-([0-9a-z]{1,40})$/.exec(after ?? '')
  return match ? { at: new Date(Number(match[1])), id: match[2]! } : null
}

const after = (from: ReturnType<typeof readCursor>) =>
  from
    ? or(lt(needs.publishedAt, from.at), and(eq(needs.publishedAt, from.at), lt(needs.id, from.id)))
    : undefined

/** Asked of the bare column, SQLite would gather all of each state and sort them; nearly every need stands in one of these. */
const isListed = inArray(sql<string>`coalesce(${needs.state}, '')`, listed)

const rowsOf = (db: Reader, { communityId, category, after: cursor }: Sought, ids: string[] | null) =>
  db
    .select({ need: needs, communityName: places.name })
    .from(needs)
    .innerJoin(places, eq(places.id, needs.communityId))
    .where(
      and(
        isListed,
        ids ? inArray(needs.id, ids) : undefined,
        isNotNull(needs.publishedAt),
        communityId ? eq(needs.communityId, communityId) : undefined,
        category ? eq(needs.category, category) : undefined,
        after(readCursor(cursor)),
      ),
    )
    .orderBy(desc(needs.publishedAt), desc(needs.id))
    .limit(PAGE + 1)

/** Published needs, newest first, twenty a page; of a word that is sought, the newest twenty and how many there are. */
export async function listNeeds(db: Reader, sought: Sought) {
  const { words, ...place } = sought
  const found = words ? await searchNeeds(db, { ...place, words }) : null
  const rows = await rowsOf(db, sought, found?.ids ?? null)
  const shown = rows.slice(0, PAGE)
  const last = rows.length > PAGE ? shown.at(-1)!.need : null
  const shares = await sharesOf(
    db,
    shown.map((r) => r.need.id),
  )
  const page = await Promise.all(
    shown.map(async ({ need, communityName }) => ({
      ...need,
      communityName,
      priority: priorityOf({ ...need, share: shares.get(need.id) ?? null }),
      also: await supportersOfNeed(db, need.id),
    })),
  )
  const next = last ? `${last.publishedAt!.getTime()}-${last.id}` : null
  return { needs: page, found: found?.count ?? null, most: COUNTED, next }
}

/** Every need of a committee, for its own desk. */
export const needsOfCommittee = (db: Reader, committeeId: string) =>
  db.select().from(needs).where(eq(needs.committeeId, committeeId)).orderBy(desc(needs.createdAt)).limit(200)

/** Needs a street must answer, the one due first in front. */
export const needsToDecide = (db: Reader, streetId: string) =>
  db
    .select({ need: needs, communityName: places.name })
    .from(needs)
    .innerJoin(places, eq(places.id, needs.communityId))
    .where(and(eq(needs.streetId, streetId), eq(needs.state, 'published')))
    .orderBy(needs.dueAt)
