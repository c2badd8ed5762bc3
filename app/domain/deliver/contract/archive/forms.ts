import { z } from 'zod'
import { typedDate } from '../../../typed-date.ts'

const words = (key: string, least = 10, most = 2000) =>
  z.string({ error: key }).trim().min(least, key).max(most, 'form.long')
const optional = z
  .string()
  .trim()
  .max(60, 'form.long')
  .transform((typed) => typed || undefined)
  .optional()

export const filingForm = z.object({ filedOn: typedDate('form.filing.on'), receiptNo: optional })
export type Filing = z.output<typeof filingForm>
export const reviewForm = z.object({
  advice: z.enum(['pass', 'fail'], { error: 'form.review.advice' }),
  words: words('form.review.words'),
})
export type ReviewWords = z.output<typeof reviewForm>
export const decisionForm = z.object({
  how: z.enum(['pass', 'fail'], { error: 'form.review.advice' }),
  decision: words('form.review.decision', 4),
  lineId: optional,
})
export type ReviewDecision = z.output<typeof decisionForm>
export const renewForm = z.object({})
