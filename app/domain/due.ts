import type { Reader } from '#db/store.ts'
import type { Context } from './context.ts'
import { dateOf, endOf } from './dates.ts'
import type { Due } from './desk-item.ts'
import { deadlineOf, parameter } from './parameters.ts'
import { Refusal } from './refusal.ts'

/** A deadline lies in a year whose holiday notice nobody has entered yet. */
export const isUnknownYear = (error: unknown) =>
  error instanceof Refusal && error.reason === 'calendar-year-missing'

/** A deadline that was fixed when its clock began, with the source of the figure in force on that day. */
export async function fixedDue(
  db: Reader,
  code: string,
  { from, at }: { from: Date; at: Date },
): Promise<Due> {
  const { source, mark } = await parameter(db, code, dateOf(from))
  return { at, source, mark: mark as Due['mark'] }
}

/** A deadline that the call itself announced. */
export const announcedDue = (at: Date): Due => ({ at, source: 'desk.source.tender-deadline', mark: 'local' })

/** When a clock begun on a day runs out, as a desk shows it; null where it ends in a year whose holidays are not known. */
export async function dueOf(db: Reader, ctx: Context, code: string, from: string): Promise<Due | null> {
  const { source, mark } = await parameter(db, code, from)
  const last = await deadlineOf(db, ctx.calendar, code, from).catch((error: unknown) => {
    if (isUnknownYear(error)) return null
    throw error
  })
  return last === null ? null : { at: endOf(last), source, mark: mark as Due['mark'] }
}
