import { count, desc, eq } from 'drizzle-orm'
import { reissuedSlips } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'

/** The last change of one slip, if there was any. */
export async function lastChange(db: Reader, entryId: string) {
  const [last] = await db
    .select()
    .from(reissuedSlips)
    .where(eq(reissuedSlips.rollEntryId, entryId))
    .orderBy(desc(reissuedSlips.ordinal))
    .limit(1)
  return last ?? null
}

/** How many slips of a round were made void after it was sealed, and how many given out instead: published. */
export async function slipChanges(db: Reader, roundId: string) {
  const [found] = await db
    .select({ voided: count(), reissued: count(reissuedSlips.codeHash) })
    .from(reissuedSlips)
    .where(eq(reissuedSlips.roundId, roundId))
  return found!
}
