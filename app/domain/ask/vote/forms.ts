import { z } from 'zod'
import { spoiledReasons } from '#db/vocabulary.ts'
import { readReceiptNo, readSlipCode } from './slip-code.ts'

const words = (most: number, missing: string) =>
  z.string({ error: missing }).trim().min(1, missing).max(most, 'form.round.too-long')
const id = z.string({ error: 'form.round.required' }).max(64)

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
