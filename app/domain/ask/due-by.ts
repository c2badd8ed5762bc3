import type { Reader } from '#db/store.ts'
import type { Context } from '../context.ts'
import { dateOf } from '../dates.ts'
import type { Due } from '../desk-item.ts'
import { parameter } from '../parameters.ts'

/** Makes an instant by which something is due into a deadline with its source, from the figure it was reckoned by. */
export async function dueBy(
  db: Reader,
  ctx: Context,
  code: string,
): Promise<(at: Date | null) => Due | null> {
  const { source, mark } = await parameter(db, code, dateOf(ctx.clock.now()))
  return (at) => at && { at, source, mark: mark as Due['mark'] }
}
