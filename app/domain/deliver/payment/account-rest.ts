import { Refusal } from '../../refusal.ts'
import type { PaymentFacts } from './find-payment.ts'

const aDay = 24 * 3_600_000

/** Whether this correction made it another account; by what the last voucher says, where it was not yet written down. */
function isOther({ accountChangedAt, correctedAt, accountTail, vouchers }: PaymentFacts) {
  if (accountChangedAt) return accountChangedAt.getTime() === correctedAt?.getTime()
  const last = vouchers.at(-1)
  return last?.returnedAt != null && last.accountTail !== accountTail
}

/** Until when a payment whose account was corrected waits, however it went out: who holds the account has a day to say it was not he. */
export function restsUntil(p: PaymentFacts): Date | null {
  if (p.state !== 'corrected' || !p.correctedAt) return null
  return isOther(p) ? new Date(p.correctedAt.getTime() + aDay) : null
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
