import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { addDays, dateOf, endOf } from '../../dates.ts'
import { deadlineOf, lastDay, onCalendar } from '../../parameters.ts'
import { Refusal } from '../../refusal.ts'
import type { Method } from '../plan/routes-for.ts'

type Clock = Pick<Method, 'bidDays' | 'bidUnit' | 'amendDays'>

/** The earliest date proposals may close on, when the tender is published on `on`. */
export const earliestDeadline = (ctx: Context, method: Clock, on: string): string =>
  lastDay(ctx.calendar, on, method.bidDays, method.bidUnit)

/** The earliest date proposals may close on after a material change on `on`. */
export const earliestAfterChange = (ctx: Context, method: Clock, on: string): string =>
  lastDay(ctx.calendar, on, method.amendDays, method.bidUnit)

/** The last date a question may be asked on, so that its answer is due by the deadline's own day. */
export async function latestQuestions(db: Reader, ctx: Context, deadline: Date): Promise<string> {
  const last = dateOf(deadline)
  for (let date = last; ; date = addDays(date, -1)) {
    if ((await deadlineOf(db, ctx.calendar, 'ENQUIRY_REPLY', date)) <= last) return date
  }
}

/** The working day a date is, or the last one before it. */
export function workdayUpTo(ctx: Context, date: string): string {
  let at = date
  while (!onCalendar(() => ctx.calendar.isWorkday(at))) at = addDays(at, -1)
  return at
}

/** 询问 3 个工作日内答复: when the answer to a question asked now is due. */
export const answerDue = async (db: Reader, ctx: Context): Promise<Date> =>
  endOf(await deadlineOf(db, ctx.calendar, 'ENQUIRY_REPLY', dateOf(ctx.clock.now())))

/** Refuses dates shorter than the route's own clock, naming the earliest or latest lawful one. */
export async function checkDates(
  db: Reader,
  ctx: Context,
  method: Clock,
  dates: { deadline: Date; questionsClose: Date },
) {
  const now = ctx.clock.now()
  const earliest = earliestDeadline(ctx, method, dateOf(now))
  if (dateOf(dates.deadline) < earliest) throw new Refusal('invalid', 'deadline-too-early', { earliest })
  const latest = await latestQuestions(db, ctx, dates.deadline)
  if (dateOf(dates.questionsClose) > latest)
    throw new Refusal('invalid', 'questions-close-too-late', { latest })
  if (dates.questionsClose <= now) throw new Refusal('invalid', 'questions-close-past')
}
