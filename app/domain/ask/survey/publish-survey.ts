import { surveys } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { findSurvey } from './find-survey.ts'
import { survey } from './machine.ts'

/** Puts a survey before the residents; from now on its questions and dates are fixed. */
export const publishSurvey = (ctx: Context, { surveyId }: { surveyId: string }) =>
  ctx.transact(async (tx) => {
    const was = await findSurvey(tx, surveyId)
    authorize(ctx.actor, 'survey.publish', was)
    if (ctx.clock.now() >= was.closesAt) throw new Refusal('conflict', 'survey-ends-in-the-past')
    if (was.questions.length === 0) throw new Refusal('conflict', 'template-empty')
    await move(tx, surveys, survey, was, 'publish')
    await record(tx, ctx, 'survey.publish', { subject: was.id }, { templateVersion: was.templateVersion })
    return { id: was.id }
  })
