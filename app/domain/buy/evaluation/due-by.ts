import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf, endOf, yearOf } from '../../dates.ts'
import type { Due } from '../../desk-item.ts'
import { deadlineOf, parameter } from '../../parameters.ts'

/** When a legal clock begun at an instant runs out, as a desk shows it; null where next year's holidays are not known. */
export async function dueBy(db: Reader, ctx: Context, code: string, since: Date): Promise<Due | null> {
  const from = dateOf(since)
  const { source, mark } = await parameter(db, code, from)
  if (![yearOf(from), yearOf(from) + 1].every(ctx.calendar.covers) && from.slice(5) > '11-01') return null
  return { at: endOf(await deadlineOf(db, ctx.calendar, code, from)), source, mark: mark as Due['mark'] }
}
