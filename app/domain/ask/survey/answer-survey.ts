import { surveyAnswers } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { findSurveyByCode, standing } from './find-survey.ts'
import type { TypedAnswers } from './forms.ts'
import { readAnswers } from './read-answers.ts'

/** Takes a resident's answers. Nobody signs in, and nothing about who answered is kept, not even in the journal. */
export const answerSurvey = (ctx: Context, { code, answers }: { code: string; answers: TypedAnswers }) =>
  ctx.transact(async (tx) => {
    const survey = await findSurveyByCode(tx, code)
    authorize(ctx.actor, 'survey.answer', survey)
    const now = ctx.clock.now()
    const stands = standing(survey, now)
    if (stands === 'not_open') throw new Refusal('conflict', 'survey-not-open')
    if (stands !== 'open') throw new Refusal('conflict', 'survey-over')
    await tx.insert(surveyAnswers).values({
      surveyId: survey.id,
      channel: 'online',
      answers: readAnswers(survey.questions, answers),
      receivedAt: now,
    })
    return { code: survey.shortCode }
  })
