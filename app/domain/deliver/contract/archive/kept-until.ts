import { and, desc, eq, inArray } from 'drizzle-orm'
import { contracts, journal } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { addMonths, dateOf } from '../../../dates.ts'
import { parameter } from '../../../parameters.ts'

/** The day a purchase ended: its contract signed last, or the act that ended it without one. */
async function endedOn(db: Reader, tenderId: string): Promise<string | null> {
  const signed = await db
    .select({ at: contracts.buyerSignedAt })
    .from(contracts)
    .where(eq(contracts.tenderId, tenderId))
  const days = signed.flatMap(({ at }) => (at ? [dateOf(at)] : []))
  if (days.length > 0) return days.toSorted().at(-1)!
  const ends = and(eq(journal.subject, tenderId), inArray(journal.action, ['tender.cancel', 'tender.fail']))
  const [last] = await db
    .select({ at: journal.at })
    .from(journal)
    .where(ends)
    .orderBy(desc(journal.at))
    .limit(1)
  return last ? dateOf(last.at) : null
}

/** 采购文件保存 (政府采购法 第四十二条): from the end of the purchase, by the years then in force; null while it runs. */
export async function keptUntil(db: Reader, tenderId: string) {
  const from = await endedOn(db, tenderId)
  if (!from) return null
  const { value, source } = await parameter(db, 'RECORDS_KEPT', from)
  return { from, until: addMonths(from, value), source }
}
