import { z } from 'zod'
import { clockOffsets } from '#db/schema/index.ts'
import type { Context } from '../context.ts'
import { record } from '../journal.ts'
import { Refusal } from '../refusal.ts'
import { isDate } from '../typed-date.ts'

export const moveClockForm = z
  .object({
    to: z
      .string({ error: 'form.datetime' })
      .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, 'form.datetime')
      .refine((typed) => isDate(typed.slice(0, 10)), 'form.datetime'),
  })
  .strict()

/** Moves the demonstration's clock forward, never back; signing in keeps real time. */
export const moveClock = (ctx: Context, { to, demo }: { to: string; demo: boolean }) =>
  ctx.transact(async (tx) => {
    if (!demo) throw new Refusal('missing', 'page')
    const target = Date.parse(`${to}:00+08:00`)
    if (!(target > ctx.clock.now().getTime())) throw new Refusal('invalid', 'clock-only-forward')
    const milliseconds = target - ctx.wall.now().getTime()
    await tx
      .insert(clockOffsets)
      .values({ id: 'demo', milliseconds })
      .onConflictDoUpdate({ target: clockOffsets.id, set: { milliseconds } })
    await record(tx, ctx, 'clock.move', { subject: 'demo' }, { to })
    return { to }
  })
