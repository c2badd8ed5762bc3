import { z } from 'zod'
import { type EmploymentSign, employmentSigns } from './alone.ts'

const blank = (value: unknown) => (value === '' ? undefined : value)
const reason = z.string().trim().min(10, 'form.award.reason').max(1000, 'form.bid.long')

const sign = z
  .object({
    says: z.enum(['yes', 'no'], { error: 'form.award.sign' }),
    words: z.preprocess(blank, z.string().trim().max(500, 'form.bid.long').optional()),
  })
  .refine(({ says, words }) => says === 'no' || (words ?? '').length >= 6, {
    path: ['words'],
    message: 'form.award.sign.words',
  })
/** Asked only where a person alone is put forward; then each sign has an answer. */
const alone = z.object({
  reason: z
    .string({ error: 'form.award.alone' })
    .trim()
    .min(10, 'form.award.alone')
    .max(1000, 'form.bid.long'),
  signs: z.object(
    Object.fromEntries(employmentSigns.map((s) => [s, sign])) as Record<EmploymentSign, typeof sign>,
  ),
})
export const proposeAwardForm = z.object({
  proposalId: z.preprocess(blank, z.string().max(64).optional()),
  reason: z.preprocess(blank, reason.optional()),
  alone: alone.optional(),
})
export const declineForm = z.object({ reason: z.string({ error: 'form.award.reason' }).pipe(reason) })
export const sureForm = z.object({ sure: z.literal('yes', { error: 'form.bid.sure' }) })
export const awardForm = sureForm.extend({ awardId: z.string().min(1).max(64) })
export const confirmForm = awardForm.extend({ lateReason: z.preprocess(blank, reason.optional()) })
export const lapseForm = declineForm.extend({ awardId: z.string().min(1).max(64) })
