import { z } from 'zod'
import { blank, conditions, digits, person, words, yes } from './form-parts.ts'
import { grounds } from './grounds.ts'

export const panelForm = z.object({
  experts: z.coerce
    .number({ error: 'form.panel.experts' })
    .int('form.panel.experts')
    .min(1, 'form.panel.experts')
    .max(9, 'form.panel.experts'),
  buyerRepId: person,
  centreRepId: person,
  resident: yes('form.bid.choose'),
  /** Only experts of this field go into the lot. */
  field: z.preprocess(blank, z.string().max(40).optional()),
})
export type PanelShape = z.output<typeof panelForm>
export const standInForm = z.object({
  personId: z.string({ error: 'form.bid.choose' }).min(1, 'form.bid.choose').max(64),
})

export const declareForm = z.object({ clear: z.literal('yes', { error: 'form.panel.clear' }) })
export const recuseForm = z.object({ reason: words('form.panel.recuse', 4, 300) })

const vote = z
  .object({
    proposalId: z.string().max(64),
    passes: yes('form.panel.vote'),
    /** Numbers of the listed conditions found not met. */
    failed: conditions.optional(),
    ground: z.preprocess(blank, z.enum(grounds).optional()),
    words: z.preprocess(blank, z.string().trim().max(1000, 'form.bid.long').optional()),
  })
  .refine((v) => v.passes || v.ground, { path: ['ground'], message: 'form.panel.ground' })
  .refine((v) => v.passes || (v.words ?? '').length >= 4, { path: ['words'], message: 'form.panel.words' })
  .refine((v) => !v.passes || !v.failed?.length, {
    path: ['failed'],
    message: 'form.panel.failed-but-passes',
  })
  .refine((v) => v.ground !== 'not_qualified' || v.passes || v.failed?.length, {
    path: ['failed'],
    message: 'form.panel.which-condition',
  })
export const votesForm = z.object({ votes: z.array(vote).min(1, 'form.panel.vote').max(60) })
export type Votes = z.output<typeof votesForm>

const lowVote = z.object({
  proposalId: z.string().max(64),
  passes: yes('form.panel.vote'),
  words: words('form.panel.words', 4),
})
export const lowPriceForm = z.object({ votes: z.array(lowVote).min(1, 'form.panel.vote').max(60) })
export type LowPriceVotes = z.output<typeof lowPriceForm>

/** One criterion of one proposal: a band for each thing judged, or points where there are no bands. */
export const scoreForm = z.object({
  bands: z
    .array(z.string({ error: 'form.score.band' }).min(1, 'form.score.band').max(10))
    .max(20)
    .optional(),
  points: z.preprocess(digits, z.coerce.number({ error: 'form.score.points' }).optional()),
  comment: z.preprocess(blank, z.string().trim().max(1000, 'form.bid.long').optional()),
})
export type ScoreWords = z.output<typeof scoreForm>
/** One criterion across the proposals: each scored or left for later. */
export const columnForm = z.object({
  scores: z
    .array(
      scoreForm
        .extend({ proposalId: z.string().max(64) })
        // What is left blank is left for later; words without points would be lost on the way.
        .refine((s) => !s.comment || s.points !== undefined || s.bands?.length, {
          path: ['comment'],
          message: 'form.score.words-alone',
        }),
    )
    .min(1, 'form.score.points')
    .max(60),
})
export type Column = z.output<typeof columnForm>
export const lockForm = z.object({ sure: z.literal('yes', { error: 'form.score.sure' }) })
export const explainForm = z.object({
  proposalId: z.string().max(64),
  criterionId: z.string().max(64),
  comment: words('form.score.comment', 10),
})
export type Explanation = z.output<typeof explainForm>
export const signForm = z.object({
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  dissent: z.preprocess(
    blank,
    z.string().trim().min(10, 'form.score.dissent').max(2000, 'form.bid.long').optional(),
  ),
})
/** A button that says it all. */
export const nothingForm = z.object({})
