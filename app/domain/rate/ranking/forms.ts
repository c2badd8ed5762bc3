import { z } from 'zod'
import { meritKinds, rankKinds } from '#db/vocabulary.ts'
import { measures, type RankKind } from './formula.ts'

const words = (key: string) => z.string({ error: key }).trim().min(5, key).max(1000, 'form.ranking.long')
const percent = z.coerce
  .number({ error: 'form.ranking.percent' })
  .int('form.ranking.percent')
  .min(0, 'form.ranking.percent')
  .max(100, 'form.ranking.percent')

/** The weights of one kind by their names, and why. */
export const formulaForm = (kind: RankKind) =>
  z
    .object({
      ...(Object.fromEntries(measures[kind].map((code) => [code, percent])) as Record<
        string,
        typeof percent
      >),
      words: words('form.ranking.words'),
    })
    .strict()
export const publishForm = z.object({ kind: z.enum(rankKinds, { error: 'form.ranking.kind' }) }).strict()
export const objectForm = z.object({ words: words('form.ranking.words') }).strict()
export const decideForm = z
  .object({
    objectionId: z.string({ error: 'form.required' }).max(64),
    decided: z.enum(['uphold', 'dismiss'], { error: 'form.ranking.decided' }),
    answer: words('form.ranking.words'),
  })
  .strict()
export const meritForm = z
  .object({
    kind: z.enum(meritKinds, { error: 'form.ranking.merit' }),
    partyId: z.string({ error: 'form.ranking.party' }).min(1, 'form.ranking.party').max(64),
    words: words('form.ranking.words'),
  })
  .strict()
