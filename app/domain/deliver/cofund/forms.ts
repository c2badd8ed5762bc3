import { z } from 'zod'
import { typedDate } from '../../typed-date.ts'
import { typedMoney } from '../../typed-money.ts'

const words = (most: number, least = 1) =>
  z.string({ error: 'form.required' }).trim().min(least, 'form.required').max(most, 'form.long')
const id = words(64)

/** 共建需求 of one part of a contract; the last four only where the public is asked (公开募捐). */
export const openPotForm = z
  .object({
    milestoneId: id,
    title: words(60),
    purpose: z.string({ error: 'form.required' }).trim().min(10, 'form.cofund.purpose').max(400, 'form.long'),
    wanted: typedMoney('form.money'),
    appeal: z.enum(['named', 'public'], { error: 'form.required' }),
    filingNo: words(60).optional(),
    platform: words(60).optional(),
    platformUrl: z
      .url({ protocol: /^https$/, error: 'form.cofund.url' })
      .max(200, 'form.long')
      .optional(),
  })
  .strict()
export type OpenPot = z.output<typeof openPotForm>

/** A sum that names another currency is refused in words, not as a slip of the pen. */
const isOurs = (typed: string) =>
  !/[$€£₩]|us[d元]|hk[d元]|eur|gbp|jpy|krw|美元|美金|港[币元]|欧元|英镑|日元|韩元|澳元|加元/i.test(
    typed.normalize('NFKC'),
  )
export const pledgeForm = z
  .object({
    amount: z
      .string({ error: 'form.money' })
      .refine(isOurs, 'form.cofund.currency')
      .pipe(typedMoney('form.money')),
    /** 具名、匿名. */
    shown: z.enum(['named', 'unnamed'], { error: 'form.required' }),
    agree: z.literal('yes', { error: 'form.cofund.agree' }),
  })
  .strict()
export type Pledge = Omit<z.output<typeof pledgeForm>, 'agree'>

export const nothingForm = z.object({}).strict()
export const reasonForm = z.object({ reason: words(300, 4) }).strict()
/** What was given up on, by its id. */
export const replayForm = z.object({ id }).strict()

export const certificateForm = z
  .object({
    partyId: id,
    no: words(40),
    from: typedDate('form.date'),
    to: typedDate('form.date'),
  })
  .strict()
export type Certificate = z.output<typeof certificateForm>
