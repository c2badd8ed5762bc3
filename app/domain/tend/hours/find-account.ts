import { eq } from 'drizzle-orm'
import { hourAccounts } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { Refusal } from '../../refusal.ts'

/** A person's account; null: he has none. */
export async function accountOf(db: Reader, personId: string) {
  const [found] = await db.select().from(hourAccounts).where(eq(hourAccounts.personId, personId))
  return found ?? null
}

/** A person's account while it is open. */
export async function openAccountOf(db: Reader, personId: string) {
  const account = await accountOf(db, personId)
  if (!account) throw new Refusal('conflict', 'hours-no-account')
  if (account.closedAt) throw new Refusal('conflict', 'hours-account-closed')
  return account
}
export type HourAccount = Awaited<ReturnType<typeof openAccountOf>>

/** The account of an id, whosever it is, with its owner. */
export async function findAccount(db: Reader, id: string) {
  const [found] = await db.select().from(hourAccounts).where(eq(hourAccounts.id, id))
  if (!found?.personId) throw new Refusal('missing', 'hours-account-missing')
  return { ...found, personId: found.personId }
}
