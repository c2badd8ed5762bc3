import { sql } from 'drizzle-orm'
import { hourAccounts, hourEntries, hourPostings } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'

/** What is wrong with the book of hours, as sentences of ids: every entry balances, every balance is the sum of its postings. */
export async function verifyHours(db: Reader): Promise<string[]> {
  const total = sql<number>`sum(${hourPostings.minutes})`.mapWith(Number)
  const entries = await db
    .select({ id: hourPostings.entryId, total })
    .from(hourPostings)
    .groupBy(hourPostings.entryId)
  const sums = await db
    .select({ id: hourPostings.accountId, total })
    .from(hourPostings)
    .groupBy(hourPostings.accountId)
  const stands = new Map(sums.map((row) => [row.id, row.total]))
  const accounts = await db.select().from(hourAccounts)
  const known = new Set((await db.select({ id: hourEntries.id }).from(hourEntries)).map(({ id }) => id))
  const posted = new Set(entries.map(({ id }) => id))
  return [
    ...entries.filter((entry) => entry.total !== 0).map(({ id }) => `entry ${id} does not balance`),
    ...[...known].filter((id) => !posted.has(id)).map((id) => `entry ${id} moves nothing`),
    ...accounts
      .filter(({ id, minutes }) => minutes !== (stands.get(id) ?? 0))
      .map(({ id }) => `account ${id} is not the sum of its postings`),
    ...accounts
      .filter(({ kind, minutes }) => kind !== 'issued' && minutes < 0)
      .map(({ id }) => `account ${id} is below nothing`),
  ]
}
