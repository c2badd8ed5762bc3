import { eq } from 'drizzle-orm'
import { parties } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'

const isDistrict = async (db: Reader, buyerId: string) => {
  const [buyer] = await db.select({ kind: parties.kind }).from(parties).where(eq(parties.id, buyerId))
  return buyer?.kind === 'district_office'
}

/** The post that approves for a buyer: the street's, or the bureau's where a bureau buys. */
export const approverOf = async (db: Reader, buyerId: string) =>
  (await isDistrict(db, buyerId)) ? ('district_approver' as const) : ('street_approver' as const)
export const handlerOf = async (db: Reader, buyerId: string) =>
  (await isDistrict(db, buyerId)) ? ('district_handler' as const) : ('street_handler' as const)
export const acceptorOf = async (db: Reader, buyerId: string) =>
  (await isDistrict(db, buyerId)) ? ('district_acceptor' as const) : ('street_acceptor' as const)
