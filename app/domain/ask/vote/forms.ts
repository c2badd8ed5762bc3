import { z } from 'zod'
import { rollUnits, spoiledReasons } from '#db/vocabulary.ts'
import { typedMoney } from '../../typed-money.ts'
import { readReceiptNo, readSlipCode } from './slip-code.ts'

const words = (most: number, missing: string) =>
  z.string({ error: missing }).trim().min(1, missing).max(most, 'form.round.too-long')
const id = z.string({ error: 'form.round.required' }).max(64)
const date = (missing: string) => z.string({ error: missing }).regex(/^\d{4}-\d{2}-\d{2}$/, missing)
const whole = (least: number, most: number, message: string) =>
  z.coerce.number({ error: message }).int(message).min(least, message).max(most, message)
const money = typedMoney('form.round.money')
const needIds = z
  .array(id, { error: 'form.round.slate' })
  .min(1, 'form.round.slate')
  .max(60, 'form.round.slate')

/** 轮次: everything that decides the outcome. */
export const roundForm = z
  .object({
    name: words(60, 'form.round.name'),
    electorate: words(200, 'form.round.electorate'),
    poolId: z.string({ error: 'form.round.pool' }).max(64),
    budget: money,
    needIds,
    maxChoices: whole(1, 60, 'form.round.choices'),
    budgetCapped: z.enum(['yes', 'no'], { error: 'form.round.capped' }),
    unit: z.enum(rollUnits, { error: 'form.round.unit' }),
    thresholdPercent: whole(0, 99, 'form.round.percent'),
    quorumPercent: whole(0, 100, 'form.round.percent'),
    opensOn: date('form.round.opens'),
    closesOn: date('form.round.closes'),
  })
  .strict()
  .refine((r) => r.opensOn <= r.closesOn, { path: ['closesOn'], message: 'form.round.dates' })
export type RoundInput = z.output<typeof roundForm>

/** A form that only says: do it. */
export const pressForm = z.object({}).strict()
export const rollForm = z
  .object({ roll: z.string({ error: 'form.round.roll' }).max(2_000_000, 'form.round.roll') })
  .strict()
export const voidForm = z.object({ reason: words(500, 'form.round.reason') }).strict()

const code = z.string({ error: 'form.ballot.code' }).transform((typed, c) => {
  const read = readSlipCode(typed)
  if (read) return read
  c.addIssue({ code: 'custom', message: 'form.ballot.code' })
  return z.NEVER
})
const choices = z.array(id, { error: 'refusal.nothing-chosen' }).max(60)

export const identifyForm = z.object({ code }).strict()
export const chooseForm = z.object({ choices: choices.optional() }).strict()
export const assistForm = z
  .object({
    code,
    channel: z.enum(['desk', 'assisted', 'paper'], { error: 'form.ballot.channel' }),
    choices: choices.optional(),
  })
  .strict()
export const spoilForm = z
  .object({ code, reason: z.enum(spoiledReasons, { error: 'form.ballot.spoiled' }) })
  .strict()
export const receiptForm = z
  .object({
    receipt: z.string({ error: 'form.ballot.receipt' }).transform((typed, c) => {
      const read = readReceiptNo(typed)
      if (read) return read
      c.addIssue({ code: 'custom', message: 'form.ballot.receipt' })
      return z.NEVER
    }),
  })
  .strict()
