import { eq } from 'drizzle-orm'
import { needs, needTerms } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import { searchedOf, searchedText } from './terms.ts'

const AT_ONCE = 100

/** Writes the pairs a need is found by; called whenever its title or its group is written. */
export async function writeTerms(tx: Tx, needId: string) {
  const [need] = await tx.select().from(needs).where(eq(needs.id, needId))
  if (!need) return
  await tx
    .update(needs)
    .set({ searched: searchedText(need) })
    .where(eq(needs.id, needId))
  await tx.delete(needTerms).where(eq(needTerms.needId, needId))
  const rows = searchedOf(need).map((term) => ({
    needId,
    term,
    communityId: need.communityId,
    at: need.publishedAt ?? need.createdAt,
  }))
  for (let i = 0; i < rows.length; i += AT_ONCE) await tx.insert(needTerms).values(rows.slice(i, i + AT_ONCE))
}
