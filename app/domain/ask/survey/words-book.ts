import { asc, eq } from 'drizzle-orm'
import { surveyWords } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { readWords } from './words.ts'

/**
 * 原话审看 as a list: how far each question is, and the words that were cleared of names. What nobody has looked at yet
 * stays on its page, and where fewer wrote than may be shown the words stay out here as they do of the report.
 */
export async function readWordsBook(ctx: Context, surveyId: string) {
  const { survey, questions } = await readWords(ctx, surveyId)
  const decided = await ctx.db
    .select({ questionId: surveyWords.questionId, shown: surveyWords.shown })
    .from(surveyWords)
    .where(eq(surveyWords.surveyId, surveyId))
    .orderBy(asc(surveyWords.shown))
  return {
    survey,
    questions: questions.map(({ question, left }) => {
      const own = decided.filter(({ questionId }) => questionId === question.id)
      const shown = own.flatMap(({ shown: words }) => (words ? [words] : []))
      const few = left + own.length < survey.minCell
      const n = { left, cleared: shown.length, kept: own.length - shown.length }
      return { text: question.text, ...n, few, shown: few ? [] : shown }
    }),
  }
}
