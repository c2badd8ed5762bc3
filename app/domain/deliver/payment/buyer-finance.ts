import type { Reader } from '#db/store.ts'
import { approverOf } from '../contract/buyer-roles.ts'

/** The post that approves a payment for a buyer: the street's finance, or the bureau's. */
export const financeOf = async (db: Reader, buyerId: string) =>
  (await approverOf(db, buyerId)) === 'district_approver'
    ? ('district_finance' as const)
    : ('street_finance' as const)
