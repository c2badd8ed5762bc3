import { and, desc, eq, lte } from 'drizzle-orm'
import { type WorkCalendar, YearNotCovered } from '#app/ports/work-calendar.ts'
import { parameters } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { addDays } from './dates.ts'
import { Refusal } from './refusal.ts'

export type Parameter = typeof parameters.$inferSelect

/** The version of a figure in force on a date. */
export async function parameter(db: Reader, code: string, on: string): Promise<Parameter> {
  const [found] = await db
    .select()
    .from(parameters)
    .where(and(eq(parameters.code, code), lte(parameters.from, on)))
    .orderBy(desc(parameters.version))
    .limit(1)
  if (!found) throw new Error(`no parameter ${code} in force on ${on}`)
  return found
}

/** Asks the calendar; a year without a holiday notice is a refusal that the page links to the calendar. */
export function onCalendar<T>(ask: () => T): T {
  try {
    return ask()
  } catch (error) {
    if (error instanceof YearNotCovered)
      throw new Refusal('conflict', 'calendar-year-missing', { year: error.year })
    throw error
  }
}

/** The last date of a clock: so many working (`wd`) or calendar (`d`) days after its first day, which is not counted. */
export const lastDay = (calendar: WorkCalendar, from: string, n: number, unit: string): string =>
  unit === 'wd' ? onCalendar(() => calendar.add(from, n)) : addDays(from, n)

/** The last date of a legal clock, by the parameter in force on its first day. */
export async function deadlineOf(
  db: Reader,
  calendar: WorkCalendar,
  code: string,
  from: string,
): Promise<string> {
  const { value, unit } = await parameter(db, code, from)
  return lastDay(calendar, from, value, unit)
}
