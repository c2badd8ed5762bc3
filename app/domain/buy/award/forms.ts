import { z } from 'zod'

const blank = (value: unknown) => (value === '' ? undefined : value)
const reason = z.string().trim().min(10, 'form.award.reason').max(1000, 'form.bid.long')

export const proposeAwardForm = z.object({
  proposalId: z.preprocess(blank, z.string().max(64).optional()),
  reason: z.preprocess(blank, reason.optional()),
})
export const declineForm = z.object({ reason: z.string({ error: 'form.award.reason' }).pipe(reason) })
export const sureForm = z.object({ sure: z.literal('yes', { error: 'form.bid.sure' }) })
export const awardForm = sureForm.extend({ awardId: z.string().min(1).max(64) })
export const confirmForm = awardForm.extend({ lateReason: z.preprocess(blank, reason.optional()) })
export const lapseForm = declineForm.extend({ awardId: z.string().min(1).max(64) })
