import { desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { type CalendarYear, workCalendar } from '#app/ports/work-calendar.ts'
import { calendarChanges, calendarYears } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { checkNotice } from './check-notice.ts'
import { type NoticeDays, readNotice } from './read-notice.ts'

const year = z.coerce
  .number({ error: 'form.year' })
  .int('form.year')
  .min(2020, 'form.year')
  .max(2100, 'form.year')
const pasted = z.string({ error: 'form.dates' }).trim().max(4000, 'form.long')
const source = z.string({ error: 'form.source' }).trim().min(4, 'form.source').max(200, 'form.long')

/** 节假日安排 of one year: the notice pasted, or its dates; make-up days may be listed apart. */
export const calendarForm = z
  .object({ year, holidays: pasted.min(1, 'form.dates'), workdays: pasted.default(''), source })
  .strict()
export type TypedCalendar = z.output<typeof calendarForm>

/** What was typed, read: a notice tells both kinds of days, a list of make-up days adds to them. */
export function readTyped({ year, holidays, workdays }: Omit<TypedCalendar, 'source'>): NoticeDays {
  const notice = readNotice(holidays, year)
  const more = readNotice(workdays, year)
  const made = [...notice.workdays, ...more.workdays, ...more.holidays]
  return { holidays: notice.holidays, workdays: [...new Set(made)].sort() }
}

/** The calendar as it would be with this year in place. */
export async function calendarWith({ db }: Context, changed: CalendarYear) {
  const all = await db.select().from(calendarYears)
  return workCalendar([...all.filter((y) => y.year !== changed.year), changed])
}

async function putYear(tx: Tx, ctx: Context, { year, source }: TypedCalendar, days: NoticeDays) {
  const [was] = await tx.select().from(calendarYears).where(eq(calendarYears.year, year))
  const row = {
    year,
    ...days,
    source,
    version: (was?.version ?? 0) + 1,
    enteredBy: ctx.actor.personId,
    at: ctx.clock.now(),
  }
  await tx.insert(calendarYears).values(row).onConflictDoUpdate({ target: calendarYears.year, set: row })
  await tx.insert(calendarChanges).values(row)
  return row.version
}

/** Enters a year's holiday notice, or corrects it as a new version; every deadline computed from now on follows it. */
export const enterCalendar = (ctx: Context, input: TypedCalendar) =>
  ctx.transact(async (tx) => {
    authorize(ctx.actor, 'calendar.enter', {})
    const days = readTyped(input)
    const stop = checkNotice(input.year, days).find((doubt) => doubt.how === 'stop')
    if (stop)
      throw new Refusal('invalid', `calendar-${stop.key}`, { dates: stop.dates.slice(0, 5).join(' ') })
    const version = await putYear(tx, ctx, input, days)
    const { year, source } = input
    await record(tx, ctx, 'calendar.enter', { subject: String(year) }, { source, version })
    return { year }
  })

/** The years whose notice is entered, the newest first, and every change of them. */
export async function knownYears({ db, clock }: Context) {
  return {
    years: await db.select().from(calendarYears).orderBy(desc(calendarYears.year)),
    changes: await db.select().from(calendarChanges).orderBy(desc(calendarChanges.at)).limit(50),
    today: dateOf(clock.now()),
  }
}
