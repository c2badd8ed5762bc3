import type { Reader } from '#db/store.ts'
import type { Context } from './context.ts'
import { dateOf, endOf, yearOf } from './dates.ts'
import { lastDay, parameter } from './parameters.ts'

/** A legal clock as a page shows it: its last day, what is left, and the article it rests on. */
export type Countdown = {
  code: string
  on: string
  /** Working or calendar days left, today not counted; negative when it is over; null where a year's holidays are not known. */
  left: number | null
  late: boolean
  count: 'working' | 'calendar'
  mark: 'statute' | 'reference' | 'local'
  article: string
  certainty: string
}
type Of = Pick<Countdown, 'on' | 'count' | 'mark' | 'article' | 'certainty' | 'code'>

const day = 86_400_000

/** Counts what is left until the last day of a clock, at the context's own moment. */
export function countTo(ctx: Pick<Context, 'clock' | 'calendar'>, of: Of): Countdown {
  const now = ctx.clock.now()
  const today = dateOf(now)
  const late = now >= endOf(of.on)
  const covered = ctx.calendar.covers(yearOf(today)) && ctx.calendar.covers(yearOf(of.on))
  const working = of.count === 'working'
  const days = working && covered ? ctx.calendar.between(today, of.on) : null
  const plain = Math.round((Date.parse(of.on) - Date.parse(today)) / day)
  const left = working ? days : plain
  return { ...of, late, left: late && left !== null ? Math.min(left, -1) : left }
}

/** A clock whose last day is written down already, with the words of the parameter it was reckoned by. */
export async function countdownTo(
  db: Reader,
  ctx: Context,
  { code, from, on }: { code: string; from: string; on: string },
): Promise<Countdown> {
  const p = await parameter(db, code, from)
  const count = p.unit === 'wd' ? ('working' as const) : ('calendar' as const)
  const mark = p.mark as Countdown['mark']
  return countTo(ctx, { code, on, count, mark, article: p.source, certainty: p.certainty })
}

/** The clock of a parameter begun on a date (not counted), by the version then in force. */
export async function countdown(db: Reader, ctx: Context, code: string, from: string): Promise<Countdown> {
  const { value, unit } = await parameter(db, code, from)
  return countdownTo(db, ctx, { code, from, on: lastDay(ctx.calendar, from, value, unit) })
}
