import { addDays } from '#app/ports/work-calendar.ts'

export { addDays }

const hour = 3_600_000

/** The legal date (Asia/Shanghai, no summer time) of an instant. */
export const dateOf = (at: Date): string => new Date(at.getTime() + 8 * hour).toISOString().slice(0, 10)
/** Midnight at which a date begins. */
export const startOf = (date: string): Date => new Date(`${date}T00:00:00+08:00`)
/** The first instant no longer within a date: something due on it is in time before this. */
export const endOf = (date: string): Date => startOf(addDays(date, 1))
export const yearOf = (date: string): number => Number(date.slice(0, 4))
/** The same day so many months on, or that month's last day. */
export function addMonths(date: string, n: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + n, 0))
  return new Date(Date.UTC(year, month - 1 + n, Math.min(day, last.getUTCDate()))).toISOString().slice(0, 10)
}
