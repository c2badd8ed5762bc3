import { and, eq } from 'drizzle-orm'
import { paperChecks } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'

type Of = { bookEntryId: string } | { settlementVoucherId: string }
/** In what a paper differed when the centre looked at it; null: it was not drawn, or it agreed. */
export async function differenceOf(db: Reader, of: Of): Promise<string | null> {
  const mine =
    'bookEntryId' in of
      ? eq(paperChecks.bookEntryId, of.bookEntryId)
      : eq(paperChecks.settlementVoucherId, of.settlementVoucherId)
  const [found] = await db
    .select({ words: paperChecks.words })
    .from(paperChecks)
    .where(and(mine, eq(paperChecks.state, 'differs')))
  return found?.words ?? null
}
