import { z } from 'zod'
import { complaintOutcomes } from '#db/vocabulary.ts'

const words = (key: string, least: number, most: number) =>
  z.string({ error: key }).trim().min(least, key).max(most, 'form.bid.long')

export const challengeForm = z.object({ items: words('form.challenge.items', 20, 4000) })
export const rejectForm = z.object({ reply: words('form.challenge.reply', 10, 2000) })
export const decideForm = z.object({
  outcome: z.enum(['uphold', 'uphold_in_part', 'dismiss'], { error: 'form.challenge.outcome' }),
  reply: words('form.challenge.reply', 20, 4000),
})
export type Decision = z.output<typeof decideForm>
export const withdrawChallengeForm = z.object({ challengeId: z.string().min(1).max(64) })
export const complaintForm = z.object({ items: words('form.complaint.items', 20, 4000) })
export const rulingForm = z.object({
  outcome: z.enum(complaintOutcomes, { error: 'form.challenge.outcome' }),
  decision: words('form.complaint.decision', 20, 4000),
})
export type Ruling = z.output<typeof rulingForm>
export const admitForm = z.object({})
