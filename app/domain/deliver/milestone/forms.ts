import { z } from 'zod'

const words = (missing: string, most = 2000) =>
  z.string({ error: missing }).trim().min(1, missing).max(most, 'form.deliver.too-long')

/** What a claim needs: a reading for every indicator, and words. */
export const claimForm = z.object({
  claim: words('form.milestone.claim'),
  readings: z
    .array(
      z.object({
        indicatorId: z.string({ error: 'form.milestone.reading' }),
        value: z.coerce
          .number({ error: 'form.milestone.reading' })
          .min(0, 'form.milestone.reading')
          .max(1e9, 'form.milestone.reading'),
      }),
    )
    .default([]),
})
export type ClaimMilestone = z.output<typeof claimForm> & { milestoneId: string }

export const checkForm = z.object({
  verdict: z.enum(['check', 'return'], { error: 'form.milestone.verdict' }),
  finding: words('form.milestone.finding'),
})
export type CheckMilestone = { milestoneId: string; finding: string }
export type ReturnMilestone = { milestoneId: string; reason: string }
