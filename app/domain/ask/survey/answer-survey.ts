import type { Context } from '../../context.ts'
import { authorize } from '../../policy/index.ts'
import type { BeginAnswer, TypedAnswers } from './forms.ts'
import { keepAnswer, openForAnswers } from './keep-answer.ts'
import { checkNeeded, readAnswers } from './read-answers.ts'
import { sheetByCode } from './sheet.ts'

/** Takes a resident's answers. Nobody signs in, and nothing about who answered is kept, not even in the journal. */
export const answerSurvey = (
  ctx: Context,
  { code, answers, sheet, relation, gridId }: BeginAnswer & { code: string; answers: TypedAnswers },
) =>
  ctx.transact(async (tx) => {
    const survey = await openForAnswers(tx, ctx, code)
    authorize(ctx.actor, 'survey.answer', survey)
    const read = readAnswers(survey.questions, answers)
    checkNeeded(survey.questions, read)
    await keepAnswer(tx, ctx, survey, {
      channel: relation ? 'proxy' : 'online',
      sheet: sheet ? await sheetByCode(tx, ctx.vault, survey.id, sheet) : null,
      relation,
      gridId,
      answers: read,
    })
    return { code: survey.shortCode }
  })
