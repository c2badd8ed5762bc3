import { surveys } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { authorize } from '../../policy/index.ts'
import { findSurvey } from './find-survey.ts'
import { survey } from './machine.ts'

/** Ends a survey before its date; the end it really had is kept. */
export const closeSurvey = (ctx: Context, { surveyId }: { surveyId: string }) =>
  ctx.transact(async (tx) => {
    const was = await findSurvey(tx, surveyId)
    authorize(ctx.actor, 'survey.close', was)
    const now = ctx.clock.now()
    await move(tx, surveys, survey, was, 'close', { closesAt: now < was.closesAt ? now : was.closesAt })
    await record(tx, ctx, 'survey.close', { subject: was.id }, {})
    return { id: was.id }
  })
