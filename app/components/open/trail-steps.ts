import type { ToldEntry } from '#domain/open/trail.ts'

export type Step = { entry: ToldEntry; before: ToldEntry[] }

/** What ends a payment: paid, or not to be paid. */
const ends = ['payment.confirm', 'payment.decline']
const paymentOf = (e: ToldEntry) => (e.key.startsWith('payment.') ? (e.paper?.href ?? null) : null)

/** Gathers the steps of one payment under the step that ended it; one still under way stays step by step. */
export function withSteps(entries: readonly ToldEntry[]): Step[] {
  const ended = new Map(entries.filter((e) => ends.includes(e.key)).map((e) => [paymentOf(e), e]))
  const gathered = (e: ToldEntry) => {
    const end = ended.get(paymentOf(e))
    return paymentOf(e) !== null && end !== undefined && end !== e
  }
  return entries
    .filter((e) => !gathered(e))
    .map((entry) => ({
      entry,
      before:
        ended.get(paymentOf(entry)) === entry
          ? entries.filter((e) => e !== entry && paymentOf(e) === paymentOf(entry))
          : [],
    }))
}
