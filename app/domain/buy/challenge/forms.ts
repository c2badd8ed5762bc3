import { z } from 'zod'
import { complaintOutcomes, remedies } from '#db/vocabulary.ts'
import { matters } from './matters.ts'

const words = (key: string, least: number, most: number) =>
  z.string({ error: key }).trim().min(least, key).max(most, 'form.bid.long')

const blank = (value: unknown) => (value === '' ? undefined : value)
const remedy = z.preprocess(blank, z.enum(remedies, { error: 'form.challenge.remedy' }).optional())
/** Upheld without saying what follows is no answer. */
const saysWhatFollows = (d: { outcome: string; remedy?: string | undefined }) =>
  !['uphold', 'upheld'].includes(d.outcome) || d.remedy !== undefined
const missing = { path: ['remedy'], message: 'form.challenge.remedy' }

export const challengeForm = z.object({
  matter: z.enum(matters, { error: 'form.challenge.matter' }),
  items: words('form.challenge.items', 20, 4000),
})
export const rejectForm = z.object({ reply: words('form.challenge.reply', 10, 2000) })
export const decideForm = z.object({
  outcome: z.enum(['uphold', 'uphold_in_part', 'dismiss'], { error: 'form.challenge.outcome' }),
  reply: words('form.challenge.reply', 20, 4000),
  remedy,
})
export const decideStrictForm = decideForm.refine(saysWhatFollows, missing)
export type Decision = z.output<typeof decideForm>
export const withdrawChallengeForm = z.object({ challengeId: z.string().min(1).max(64) })
const many = (value: unknown) => (value === undefined ? [] : Array.isArray(value) ? value : [value])
export const complaintForm = z.object({
  points: z.preprocess(many, z.array(z.coerce.number().int().min(0)).min(1, 'form.complaint.points').max(20)),
  items: words('form.complaint.items', 20, 4000),
})
export const rulingForm = z.object({
  outcome: z.enum(complaintOutcomes, { error: 'form.challenge.outcome' }),
  decision: words('form.complaint.decision', 20, 4000),
  remedy,
})
export const rulingStrictForm = rulingForm.refine(saysWhatFollows, missing)
export type Ruling = z.output<typeof rulingForm>
export const admitForm = z.object({})
/** 暂停: for how many days the purchase stands still, none or up to the law's most. */
export const acceptForm = z.object({
  days: z.coerce
    .number({ error: 'form.number' })
    .int('form.number')
    .min(0, 'form.number')
    .max(30, 'form.complaint.days'),
})
export const resumeForm = z.object({ ground: words('form.complaint.resume', 10, 1000) })
