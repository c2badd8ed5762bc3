import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { addDays, endOf, yearOf } from '../../dates.ts'
import type { Due } from '../../desk-item.ts'
import { deadlineOf, parameter } from '../../parameters.ts'

/** When a clock of the house runs out, as a desk shows it; null where next year's holidays are not known yet. */
export async function dueOf(db: Reader, ctx: Context, code: string, from: string): Promise<Due | null> {
  const { source, mark, unit, value } = await parameter(db, code, from)
  const surely = addDays(from, value * 2 + 10)
  const known = unit !== 'wd' || (ctx.calendar.covers(yearOf(from)) && ctx.calendar.covers(yearOf(surely)))
  if (!known) return null
  return { at: endOf(await deadlineOf(db, ctx.calendar, code, from)), source, mark: mark as Due['mark'] }
}
