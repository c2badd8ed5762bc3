import { asc, count, desc, eq } from 'drizzle-orm'
import { reissuedSlips, rollEntries } from '#db/schema/index.ts'
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

/** 作废与补发 door by door, for those who give slips out; the codes are not among it. */
export async function changesOf(db: Reader, roundId: string) {
  const found = await db
    .select({
      id: reissuedSlips.id,
      ordinal: reissuedSlips.ordinal,
      codeHash: reissuedSlips.codeHash,
      ground: reissuedSlips.ground,
      changedAt: reissuedSlips.changedAt,
      label: rollEntries.label,
      representative: rollEntries.representative,
      householdKey: rollEntries.householdKey,
    })
    .from(reissuedSlips)
    .innerJoin(rollEntries, eq(rollEntries.id, reissuedSlips.rollEntryId))
    .where(eq(reissuedSlips.roundId, roundId))
    .orderBy(asc(rollEntries.householdKey), asc(rollEntries.label), asc(reissuedSlips.ordinal))
  return found.map(({ codeHash, ...change }) => ({ ...change, given: codeHash !== null }))
}

/** How many slips of a round were made void after it was sealed, and how many given out instead: published. */
export async function slipChanges(db: Reader, roundId: string) {
  const [found] = await db
    .select({ voided: count(), reissued: count(reissuedSlips.codeHash) })
    .from(reissuedSlips)
    .where(eq(reissuedSlips.roundId, roundId))
  return found!
}
