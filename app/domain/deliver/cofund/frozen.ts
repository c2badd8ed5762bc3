import { and, eq, inArray } from 'drizzle-orm'
import { providerFacts } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'

const kinds = ['disputed', 'dispute_won', 'dispute_lost']
/** 争议中: the giver's bank asked its money back and has not been answered; until then nothing of it moves. */
export async function isFrozen(db: Reader, giftId: string): Promise<boolean> {
  const rows = await db
    .select({ kind: providerFacts.kind })
    .from(providerFacts)
    .where(and(eq(providerFacts.giftId, giftId), inArray(providerFacts.kind, kinds)))
  const opened = rows.filter(({ kind }) => kind === 'disputed').length
  return opened > rows.length - opened
}
