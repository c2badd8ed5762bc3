import type { Context } from '../../context.ts'
import { Refusal } from '../../refusal.ts'
import { criteriaOf } from '../tender/find-tender.ts'
import type { ScoreWords } from './forms.ts'
import { saveScore } from './score.ts'

type Part = ScoreWords & { tenderId: string; proposalId: string; code: string }

/** A score named by the criterion's code, as an address names it. */
export async function scorePart(ctx: Context, { code, ...words }: Part) {
  const criterion = (await criteriaOf(ctx.db, words.tenderId)).find((c) => c.code === code)
  if (!criterion) throw new Refusal('missing', 'criterion-missing')
  return saveScore(ctx, { ...words, criterionId: criterion.id })
}
