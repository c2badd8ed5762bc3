import { asc } from 'drizzle-orm'
import type { WorkCalendar } from '#app/ports/work-calendar.ts'
import { parameters } from '#db/schema/index.ts'
import type { Context } from '../context.ts'
import { addDays, dateOf } from '../dates.ts'
import { lastDay } from '../parameters.ts'
import { authorize, may } from '../policy/index.ts'
import { Refusal } from '../refusal.ts'
import { checkNotice } from '../who/seat/check-notice.ts'
import { calendarWith, knownYears, readTyped, type TypedCalendar } from '../who/seat/enter-calendar.ts'
import { uncovered } from './uncovered.ts'

const withoutNames = <Row extends { enteredBy: unknown }>(rows: Row[]) =>
  rows.map(({ enteredBy: _, ...row }) => row)

/** The years entered, what changed, and which year is wanting; the deadlines that wait only for who may enter it. */
export async function calendarPage(ctx: Context) {
  if (!ctx.actor.personId) throw new Refusal('forbidden', 'sign-in-first')
  const enters = may(ctx.actor, 'calendar.enter', {})
  const { years, changes, today } = await knownYears(ctx)
  const wanting = await uncovered(ctx)
  return {
    years: withoutNames(years),
    changes: withoutNames(changes),
    today,
    wanting: { years: wanting.years, live: enters ? wanting.live : null },
    enters,
  }
}

/** The last day, or null in a year that is not known. */
function tried(calendar: WorkCalendar, from: string, n: number): string | null {
  try {
    return lastDay(calendar, from, n, 'wd')
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

const span = 400
type Move = { code: string; article: string; from: string; was: string | null; now: string | null }
/** For every clock of working days, the first day from today on whose last day would be another than now. */
async function movesOf(ctx: Context, after: WorkCalendar): Promise<Move[]> {
  const today = dateOf(ctx.clock.now())
  const clocks = new Map(
    (await ctx.db.select().from(parameters).orderBy(asc(parameters.version), asc(parameters.code)))
      .filter((p) => p.unit === 'wd')
      .map((p) => [p.code, p]),
  )
  return [...clocks.values()].flatMap(({ code, value, source }) => {
    for (let n = 0; n < span; n += 1) {
      const from = addDays(today, n)
      const [was, now] = [tried(ctx.calendar, from, value), tried(after, from, value)]
      if (was !== now) return [{ code, article: source, from, was, now }]
    }
    return []
  })
}

/** 试算: what was read, what looks wrong, and which deadlines would move. Nothing is stored. */
export async function tryCalendar(ctx: Context, input: TypedCalendar) {
  authorize(ctx.actor, 'calendar.enter', {})
  const days = readTyped(input)
  const doubts = checkNotice(input.year, days)
  const sound = doubts.every(({ how }) => how === 'look')
  const after = sound ? await calendarWith(ctx, { year: input.year, ...days }) : null
  return { ...input, ...days, doubts, moves: after ? (await movesOf(ctx, after)).slice(0, 12) : [] }
}
