import { addMonths } from '../../../dates.ts'

export const monthOf = (date: string) => date.slice(0, 7)
const before = (month: string) => monthOf(addMonths(`${month}-01`, -1))

/** The months still open to write on a day: this one and the one before, within the contract's term. */
export function openMonths(c: { from: string; to: string }, today: string): string[] {
  const now = monthOf(today)
  return [now, before(now)].filter((month) => month >= monthOf(c.from) && month <= monthOf(c.to))
}

/** Every month of the term that has begun, the newest first. */
export function begunMonths(c: { from: string; to: string }, today: string): string[] {
  const months = []
  const last = today < c.to ? monthOf(today) : monthOf(c.to)
  for (let at = last; at >= monthOf(c.from) && months.length < 60; at = before(at)) months.push(at)
  return months
}
