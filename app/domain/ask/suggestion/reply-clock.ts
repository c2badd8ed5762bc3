import type { Context } from '../../context.ts'
import { dateOf, yearOf } from '../../dates.ts'
import { parameter } from '../../parameters.ts'
import type { Duty } from './find-duties.ts'

/** Working days left to a deadline; null where a year's holidays are not known. */
export function leftOf(ctx: Context, { dueAt }: { dueAt: Date }) {
  const [today, last] = [dateOf(ctx.clock.now()), dateOf(new Date(dueAt.getTime() - 1))]
  return ctx.calendar.covers(yearOf(today)) && ctx.calendar.covers(yearOf(last))
    ? ctx.calendar.between(today, last)
    : null
}
/** Where the number of days is from. */
export const sourceOf = async (ctx: Context) =>
  (await parameter(ctx.db, 'SUGGESTION_REPLY', dateOf(ctx.clock.now()))).source

/** A row of the responsibility list as a page shows it. */
export const shownDuty = ({ code, kind, title, ground, office }: Duty) => ({
  code,
  kind,
  title,
  ground,
  office,
})
