import { desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { parameters } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { inYuan, readMoney } from '../../money.ts'
import type { Parameter } from '../../parameters.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { typedDate } from '../../typed-date.ts'

/** The next version of a figure, as it is typed: a sum in 元, everything else a whole number. */
export const figureForm = z
  .object({
    code: z.string({ error: 'form.figure.value' }).min(1).max(64),
    /** The version it was made from: two who set one figure at once are told. */
    version: z.coerce.number({ error: 'form.figure.value' }).int('form.figure.value'),
    value: z.string({ error: 'form.figure.value' }).trim().min(1, 'form.figure.value').max(20, 'form.long'),
    unit: z.enum(['wd', 'd', 'percent', 'count', 'fen', 'month', 'bp_d'], { error: 'form.figure.unit' }),
    source: z
      .string({ error: 'form.figure.source' })
      .trim()
      .min(4, 'form.figure.source')
      .max(200, 'form.long'),
    from: typedDate('form.date'),
  })
  .strict()
export type SetFigure = z.output<typeof figureForm>

/** A number of days may be counted in working days instead, or the other way round; no other unit changes. */
export const unitsFor = (unit: string): readonly string[] =>
  unit === 'wd' || unit === 'd' ? ['wd', 'd'] : [unit]
const most: Readonly<Record<string, number>> = { wd: 250, d: 3650, percent: 100, month: 600, bp_d: 10_000 }

/** What was typed, in the figure's own unit (分 for sums); null: it is none. */
export function readValue(typed: string, unit: string): number | null {
  if (unit === 'fen') return readMoney(typed)
  const value = /^\d{1,9}$/.test(typed) ? Number(typed) : null
  return value !== null && value <= (most[unit] ?? 1_000_000) ? value : null
}
/** A figure as it is typed. */
export const typedValue = ({ value, unit }: Pick<Parameter, 'value' | 'unit'>) =>
  unit === 'fen' ? String(inYuan(value as Parameters<typeof inYuan>[0])) : String(value)

/** The newest version of a figure. */
async function newestOf(tx: Tx, code: string) {
  const [last] = await tx
    .select()
    .from(parameters)
    .where(eq(parameters.code, code))
    .orderBy(desc(parameters.version))
    .limit(1)
  if (!last) throw new Refusal('missing', 'figure-missing')
  return last
}

/** What the law says changes only with another law: its source is named anew, and nothing changes backwards. */
function mustHold(was: Parameter, to: SetFigure, today: string) {
  if (was.version !== to.version) throw new Refusal('conflict', 'figure-changed-meanwhile')
  if (!unitsFor(was.unit).includes(to.unit)) throw new Refusal('invalid', 'figure-unit')
  if (was.mark === 'statute' && to.source === was.source) throw new Refusal('invalid', 'figure-same-law')
  if (to.from < today || to.from < was.from) throw new Refusal('invalid', 'figure-from-past')
  const value = readValue(to.value, to.unit)
  if (value === null) throw new Refusal('invalid', 'figure-value')
  if (value === was.value && to.unit === was.unit && to.source === was.source)
    throw new Refusal('invalid', 'figure-unchanged')
  return value
}

/** 设定参数: the next version of a figure, in force from a day on; what began under an older one keeps it. */
export const setFigure = (ctx: Context, input: SetFigure) =>
  ctx.transact(async (tx) => {
    authorize(ctx.actor, 'figure.set', {})
    const was = await newestOf(tx, input.code)
    const value = mustHold(was, input, dateOf(ctx.clock.now()))
    const { code, unit, source, from } = input
    const version = was.version + 1
    // A figure typed in has not been compared with its source by anybody else: it counts as to be checked.
    const sure = { mark: was.mark, certainty: 'M' }
    await tx.insert(parameters).values({ code, unit, source, from, version, value, ...sure })
    await record(tx, ctx, 'figure.set', { subject: code }, { version, value, unit, source, from })
    return { code }
  })
