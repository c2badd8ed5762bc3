import { Refusal } from '../../refusal.ts'
import type { PaymentFacts } from './find-payment.ts'

const aDay = 24 * 3_600_000

/** Until when a payment whose account was corrected waits: who holds the account has a day to say it was not he. */
export function restsUntil({ state, correctedAt, accountTail, vouchers }: PaymentFacts): Date | null {
  if (state !== 'corrected') return null
  const last = vouchers.at(-1)
  const otherAccount = last?.returnedAt != null && last.accountTail !== accountTail
  return correctedAt && otherAccount ? new Date(correctedAt.getTime() + aDay) : null
}

/** Whether a payment waits because its account changed less than 24 hours ago. */
export function isResting(p: PaymentFacts, now: Date) {
  const until = restsUntil(p)
  return until !== null && now < until
}

/** Refuses the voucher of an account that changed less than 24 hours ago. */
export function refuseFreshAccount(was: PaymentFacts, now: Date) {
  if (isResting(was, now)) throw new Refusal('conflict', 'account-changed-wait')
}
