import { z } from 'zod'
import { categories, poolSources } from '#db/vocabulary.ts'
import { typedDate } from '../typed-date.ts'
import { typedMoney } from '../typed-money.ts'

const words = (most: number) =>
  z.string({ error: 'form.required' }).trim().min(1, 'form.required').max(most, 'form.long')
const code = z
  .string({ error: 'form.budget.code' })
  .trim()
  .toUpperCase()
  .regex(/^[A-Z0-9][A-Z0-9-]{1,23}$/, 'form.budget.code')
const id = words(64)

/** 资金池 of the body that keeps it; the day of its approval comes later, from another hand. */
export const poolForm = z
  .object({
    code,
    name: words(60),
    source: z.enum(poolSources, { error: 'form.required' }),
    year: z.coerce
      .number({ error: 'form.year' })
      .int('form.year')
      .min(2020, 'form.year')
      .max(2100, 'form.year'),
    total: typedMoney('form.money'),
    rules: words(300),
    /** Narrower than the rule of its source; none ticked: as that rule says. */
    categories: z.array(z.enum(categories, { error: 'form.required' })).optional(),
  })
  .strict()
export type SetUpPool = z.output<typeof poolForm>

export const approvePoolForm = z
  .object({ poolId: id, approvedOn: typedDate('form.date'), ground: words(200) })
  .strict()
export type ApprovePool = z.output<typeof approvePoolForm>

export const tellApartForm = z
  .object({
    /** The plan, and the project it looks like. */
    pair: z
      .string({ error: 'form.required' })
      .regex(/^[\w-]{1,64}:[\w-]{1,64}$/, 'form.required')
      .transform((typed) => ({ planId: typed.split(':')[0]!, otherId: typed.split(':')[1]! })),
    reason: words(300).min(10, 'form.budget.apart'),
  })
  .strict()
export type TellApart = z.output<typeof tellApartForm>

/** 预算指标 cut out of a pool for one buyer. */
export const lineForm = z
  .object({ poolId: id, code, name: words(60), buyerId: id, amount: typedMoney('form.money') })
  .strict()
export type SetUpLine = z.output<typeof lineForm>
