import { z } from 'zod'
import { claimOutcomes, rollSources } from '#db/vocabulary.ts'
import { readReceiptNo, readSlipCode } from './slip-code.ts'

export const words = (most: number, missing: string) =>
  z.string({ error: missing }).trim().min(1, missing).max(most, 'form.round.too-long')
export const id = z.string({ error: 'form.round.required' }).max(64)

/** A form that only says: do it. */
export const pressForm = z.object({}).strict()
export const rollForm = z
  .object({
    roll: z.string({ error: 'form.round.roll' }).max(2_000_000, 'form.round.roll'),
    source: z.enum(rollSources).optional(),
  })
  .strict()
export const unsealForm = z.object({ reason: words(500, 'form.round.unseal') }).strict()
export const settleForm = z
  .object({
    claimId: id,
    outcome: z.enum(claimOutcomes, { error: 'form.claim.outcome' }),
    ground: words(500, 'form.claim.ground'),
  })
  .strict()
export const voidForm = z.object({ reason: words(500, 'form.round.reason') }).strict()

export const code = z.string({ error: 'form.ballot.code' }).transform((typed, c) => {
  const read = readSlipCode(typed)
  if (read) return read
  c.addIssue({ code: 'custom', message: 'form.ballot.code' })
  return z.NEVER
})
const choices = z.array(id, { error: 'refusal.nothing-chosen' }).max(60)

export const signForm = z.object({ choices: choices.optional() }).strict()
export const claimForm = z
  .object({
    code: code,
    claimant: words(40, 'form.claim.who'),
    reason: words(500, 'form.claim.reason'),
  })
  .strict()
export const identifyForm = z.object({ code }).strict()
/** Numbers by item: points or ranks; an item without one is left out. */
const graded = z
  .record(
    id,
    z.coerce
      .number({ error: 'form.ballot.graded' })
      .int('form.ballot.graded')
      .min(0, 'form.ballot.graded')
      .max(1000, 'form.ballot.graded'),
  )
  .optional()
export const ballot = {
  choices: choices.optional(),
  points: graded,
  ranks: graded,
  blank: z.literal('yes').optional(),
}
export const chooseForm = z.object(ballot).strict()
export const assistForm = z
  .object({
    code,
    channel: z.enum(['desk', 'assisted'], { error: 'form.ballot.channel' }),
    ...ballot,
  })
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
