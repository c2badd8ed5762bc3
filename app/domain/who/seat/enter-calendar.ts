import { desc } from 'drizzle-orm'
import { z } from 'zod'
import { calendarYears } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { authorize } from '../../policy/index.ts'
import { isDate } from '../../typed-date.ts'

const dates = (typed: string) => [...new Set(typed.split(/[\s,，、;；]+/).filter(Boolean))].sort()
const list = z
  .string({ error: 'form.dates' })
  .trim()
  .max(4000, 'form.long')
  .refine((typed) => dates(typed).every(isDate), 'form.dates')
/** A notice is of one year: a day of another would be lost without a word. */
const isOf = (year: number) => (typed: string) => dates(typed).every((d) => d.startsWith(`${year}-`))

/** 节假日安排 of one year, typed from the yearly notice. */
export const calendarForm = z
  .object({
    year: z.coerce
      .number({ error: 'form.year' })
      .int('form.year')
      .min(2020, 'form.year')
      .max(2100, 'form.year'),
    holidays: list.refine((typed) => typed.length > 0, 'form.dates'),
    workdays: list.default(''),
    source: z.string({ error: 'form.source' }).trim().min(4, 'form.source').max(200, 'form.long'),
  })
  .strict()
  .refine((c) => isOf(c.year)(c.holidays), { path: ['holidays'], message: 'form.dates-of-year' })
  .refine((c) => isOf(c.year)(c.workdays), { path: ['workdays'], message: 'form.dates-of-year' })

/** Enters a year's holiday notice, or corrects it; every deadline computed from now on follows it. */
export const enterCalendar = (ctx: Context, input: z.output<typeof calendarForm>) =>
  ctx.transact(async (tx) => {
    authorize(ctx.actor, 'calendar.enter', {})
    const row = {
      year: input.year,
      holidays: dates(input.holidays),
      workdays: dates(input.workdays),
      source: input.source,
      enteredBy: ctx.actor.personId,
      at: ctx.clock.now(),
    }
    await tx.insert(calendarYears).values(row).onConflictDoUpdate({ target: calendarYears.year, set: row })
    await record(tx, ctx, 'calendar.enter', { subject: String(input.year) }, { source: input.source })
    return { year: input.year }
  })

/** The years whose notice is entered, the newest first. */
export const knownYears = ({ db }: Context) =>
  db.select().from(calendarYears).orderBy(desc(calendarYears.year))
