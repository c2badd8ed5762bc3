import type { Context } from '../../context.ts'
import { Refusal } from '../../refusal.ts'
import type { AnswerRectification, JudgeRectification } from './forms.ts'
import { ratePageByToken, ratePageOf } from './rate-page.ts'
import { oneRating } from './ratings-page.ts'
import { answerRectification, judgeRectification } from './take-rectification.ts'

type On<Act, Page> = Omit<Act, 'rectificationId' | 'token'> & Page

/** The 整改 of a page, whose own read has asked who may see it. */
function fixOn({ fix }: { fix: { id: string } | null }) {
  if (!fix) throw new Refusal('missing', 'rectification-missing')
  return { rectificationId: fix.id }
}

/** 整改答复 from the page of its rating. */
export const answerOfRating = async (
  ctx: Context,
  { ratingId, answer }: On<AnswerRectification, { ratingId: string }>,
) => answerRectification(ctx, { answer, ...fixOn(await oneRating(ctx, ratingId)) })

/** 认可或再改 from the page of the rating, by who writes it down for the rater. */
export const judgeOfRating = async (
  ctx: Context,
  { ratingId, ...said }: On<JudgeRectification, { ratingId: string }>,
) => judgeRectification(ctx, { ...said, ...fixOn(await oneRating(ctx, ratingId)) })

/** 认可或再改 from the page a slip leads to. */
export const judgeByToken = async (
  ctx: Context,
  { token, ...said }: On<JudgeRectification, { token: string }>,
) => judgeRectification(ctx, { ...said, token, ...fixOn(await ratePageByToken(ctx, token)) })

/** 认可或再改 by the signed-in person a contract served. */
export const judgeAsServed = async (
  ctx: Context,
  { contractId, ...said }: On<JudgeRectification, { contractId: string }>,
) => judgeRectification(ctx, { ...said, ...fixOn(await ratePageOf(ctx, contractId)) })
