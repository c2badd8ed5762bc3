import { dateOf } from '../../../dates.ts'

const SHOWN = 12

/** The month a moment lies in, e.g. 2026-11. */
export const monthOf = (at: Date) => dateOf(at).slice(0, 7)

/** The month so many before; negative: after. */
export function monthBefore(month: string, n: number): string {
  const [year = 0, of = 1] = month.split('-').map(Number)
  const at = year * 12 + of - 1 - n
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
}

/** This month and the eleven before it, the newest first: what is entered and what is shown. */
export const lastMonths = (at: Date): string[] =>
  Array.from({ length: SHOWN }, (_, n) => monthBefore(monthOf(at), n))
