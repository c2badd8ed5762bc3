import { desc, inArray, sum } from 'drizzle-orm'
import { ledgerEntries, ledgerPostings } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'

const TAIL = 50

/** Whether each of the ledger's last entries has postings and balances; the whole ledger is `verifyLedger`'s. */
export async function tailHolds(db: Reader): Promise<boolean> {
  const last = await db
    .select({ id: ledgerEntries.id })
    .from(ledgerEntries)
    .orderBy(desc(ledgerEntries.at))
    .limit(TAIL)
  const ids = last.map(({ id }) => id)
  if (ids.length === 0) return true
  const totals = await db
    .select({ id: ledgerPostings.entryId, total: sum(ledgerPostings.amount) })
    .from(ledgerPostings)
    .where(inArray(ledgerPostings.entryId, ids))
    .groupBy(ledgerPostings.entryId)
  return totals.length === ids.length && totals.every(({ total }) => Number(total) === 0)
}
