import type { settlements } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { type Lateness, latenessOf } from '../payment/payment-clock.ts'

type Timed = Pick<
  typeof settlements.$inferSelect,
  'amount' | 'state' | 'claimedAt' | 'dueAt' | 'paidAt' | 'paidOn'
>
/** 逾期利息 of a month of orders, by the same clock and rate as any payment; null: not late. */
export const latenessOfClaim = async (
  db: Reader,
  { claimedAt, dueAt, ...timed }: Timed,
  today: string,
): Promise<Lateness | null> =>
  dueAt ? latenessOf(db, { ...timed, dueAt, requestedAt: claimedAt }, today) : null
