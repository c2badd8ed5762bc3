import type { Reader } from '#db/store.ts'
import { dateOf } from '../../dates.ts'
import type { Due } from '../../desk-item.ts'
import { type Fen, shareOf } from '../../money.ts'
import { parameter } from '../../parameters.ts'

/** What is paid within a clock: a part of a contract, or a month of orders. */
type Timed = {
  amount: Fen
  state: string
  requestedAt: Date
  dueAt: Date
  paidAt: Date | null
  paidOn: string | null
}
/** Nothing is owed on what was declined or sent back. */
const dropped = ['declined', 'returned']
const aDay = 24 * 3_600_000
const daysFrom = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / aDay)

/** 付款期限: by when a complete request is paid, and by which rule. */
export async function clockOf(db: Reader, p: Pick<Timed, 'requestedAt' | 'dueAt'>): Promise<Due> {
  const { source, mark } = await parameter(db, 'PAYMENT_CLOCK', dateOf(p.requestedAt))
  return { at: p.dueAt, source, mark: mark as Due['mark'] }
}

/** The last day on which it is paid in time. */
const lastDay = ({ dueAt }: Pick<Timed, 'dueAt'>) => dateOf(new Date(dueAt.getTime() - 1))
/** The bank's own day of it, else the day on which it was registered; null: not paid. */
const paidDay = ({ paidOn, paidAt }: Pick<Timed, 'paidOn' | 'paidAt'>) =>
  paidOn ?? (paidAt ? dateOf(paidAt) : null)
/** 期限内付清: by the day on which the bank paid, not by that on which its list was brought in. */
export const paidInTime = (p: Pick<Timed, 'dueAt' | 'paidOn' | 'paidAt'>) => {
  const paid = paidDay(p)
  return paid !== null && paid <= lastDay(p)
}

export type Lateness = { days: number; interest: Fen; rate: number; source: string; paid: boolean }
/** 逾期利息 (分), floored: days past the last day × ten-thousandths a day; until the bank paid, or until today. Null: not late. */
export async function latenessOf(db: Reader, p: Timed, today: string): Promise<Lateness | null> {
  if (dropped.includes(p.state)) return null
  const days = daysFrom(lastDay(p), paidDay(p) ?? today)
  if (days <= 0) return null
  const { value: rate, source } = await parameter(db, 'LATE_INTEREST', dateOf(p.requestedAt))
  return { days, interest: shareOf(p.amount, days * rate, 10_000), rate, source, paid: p.paidAt !== null }
}
