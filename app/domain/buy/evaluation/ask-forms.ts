import { z } from 'zod'
import { evaluationGrounds } from '#db/vocabulary.ts'
import { typedMoney } from '../../typed-money.ts'
import { blank, conditions, words } from './form-parts.ts'
import { supplementItems } from './supplement-items.ts'

/** A browser sends an empty file where none was chosen. */
const chosenFile = z.preprocess(
  (sent) => (sent instanceof File && sent.size === 0 ? undefined : sent),
  z.instanceof(File, { error: 'form.bid.file' }).optional(),
)
export const lowPriceWordsForm = z.object({
  words: words('form.low-price.words', 20, 4000),
  file: chosenFile,
})

const item = z.enum(supplementItems, { error: 'form.supplement.items' })
export const askSupplementForm = z.object({
  proposalId: z.string().max(64),
  items: z
    .preprocess(
      (sent) => (sent === undefined ? [] : [sent].flat()),
      z.array(item).max(supplementItems.length),
    )
    .refine((list) => list.length > 0, 'form.supplement.items'),
  wanted: words('form.supplement.wanted', 6),
})
export type SupplementWords = z.output<typeof askSupplementForm>
export const supplementForm = z.object({ words: words('form.supplement.words', 4, 4000), file: chosenFile })

export const correctionForm = z
  .object({
    proposalId: z.string().max(64),
    paper: z.preprocess(blank, typedMoney('form.correction.paper').optional()),
    capital: z.preprocess(blank, z.string().trim().max(60, 'form.bid.long').optional()),
    words: words('form.correction.words', 6),
  })
  .strict()
export type CorrectionWords = Omit<z.output<typeof correctionForm>, 'proposalId'>
export const agreeForm = z.object({ proposalId: z.string().max(64) })
export const correctionAnswerForm = z.object({
  says: z.enum(['yes', 'no'], { error: 'form.correction.says' }),
})

const check = z
  .object({
    proposalId: z.string().max(64),
    failed: conditions,
    words: z.preprocess(blank, z.string().trim().max(1000, 'form.bid.long').optional()),
  })
  .refine((c) => c.failed.length === 0 || (c.words ?? '').length >= 4, {
    path: ['words'],
    message: 'form.panel.words',
  })
export const buyerChecksForm = z.object({ checks: z.array(check).min(1, 'form.panel.vote').max(60) })
export type BuyerChecks = z.output<typeof buyerChecksForm>

export const reopenForm = z.object({
  ground: z.enum(evaluationGrounds, { error: 'form.reopen.ground' }),
  words: words('form.reopen.words', 10),
})
export type Reopening = z.output<typeof reopenForm>
