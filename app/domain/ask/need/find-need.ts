import { eq } from 'drizzle-orm'
import { catalogueEntries, needs, parties, places } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { needStates } from '#db/vocabulary.ts'
import { Refusal } from '../../refusal.ts'
import { writersOf } from '../../written-by.ts'

export type NeedState = (typeof needStates)[number]
export type Need = Awaited<ReturnType<typeof findNeed>>

/** One need with its community and its catalogue entry. */
export async function findNeed(db: Reader, id: string) {
  const [found] = await db
    .select({
      need: needs,
      communityName: places.name,
      committeeName: parties.name,
      catalogueCode: catalogueEntries.code,
      catalogueName: catalogueEntries.name,
    })
    .from(needs)
    .innerJoin(places, eq(places.id, needs.communityId))
    .innerJoin(parties, eq(parties.id, needs.committeeId))
    .leftJoin(catalogueEntries, eq(catalogueEntries.id, needs.catalogueId))
    .where(eq(needs.id, id))
  if (!found) throw new Refusal('missing', 'need')
  const { need, ...beside } = found
  return { ...need, ...beside }
}

const acts = ['need.edit', 'need.answer_negative_list']
/** Who drafted each of these needs, and who wrote on it since. */
export const needWriters = (db: Reader, drafted: ReadonlyArray<Pick<Need, 'id' | 'draftedBy'>>) =>
  writersOf(db, drafted, acts)
/** One need, with everyone who wrote any version of it. */
export const withWriters = async (db: Reader, need: Need) => ({
  ...need,
  writtenBy: (await needWriters(db, [need])).get(need.id)!,
})

/** Whether everybody may read it: from its publication on, whatever became of it. */
export const isPublic = (need: { publishedAt: Date | null }) => need.publishedAt !== null

/** Whether the street has let its day pass without an answer. */
export const isOverdue = (need: { state: NeedState; dueAt: Date | null }, now: Date) =>
  need.state === 'published' && need.dueAt !== null && now >= need.dueAt
