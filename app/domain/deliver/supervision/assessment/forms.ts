import { z } from 'zod'
import { assessmentKinds } from '#db/vocabulary.ts'

const words = (missing: string, least: number, most = 2000) =>
  z.string({ error: missing }).trim().min(least, missing).max(most, 'form.deliver.too-long')

export const openAssessmentForm = z.object({
  kind: z.enum(assessmentKinds, { error: 'form.assessment.kind' }),
})
export type OpenAssessment = z.output<typeof openAssessmentForm> & { contractId: string }

export const recuseForm = z.object({ reason: words('form.assessment.reason', 4, 500) })
export type Recuse = z.output<typeof recuseForm> & { assessmentId: string }

const point = z.coerce.number({ error: 'form.assessment.points' }).min(0, 'form.assessment.points')
/** 评分: an array of items with the points given for each, and why. */
export const scoreForm = z.object({
  scores: z
    .array(z.object({ code: z.string({ error: 'form.assessment.points' }).max(40), points: point }))
    .default([]),
  words: words('form.assessment.words', 10),
})
export type GiveScore = z.output<typeof scoreForm> & { assessmentId: string }

export const redrawForm = z.object({})
export const publishForm = z.object({ words: words('form.assessment.words', 10) })
export type PublishAssessment = z.output<typeof publishForm> & { assessmentId: string }
