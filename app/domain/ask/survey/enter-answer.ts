import { surveyAnswers } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { bodiesOfCommunity, gridsOfCommunity } from '../../where/bodies-of-community.ts'
import { findSurvey } from './find-survey.ts'
import type { EnterAnswer } from './forms.ts'
import { decodeCodes, readAnswers } from './read-answers.ts'
import { countAnswers } from './survey-report.ts'

/** Types a paper or spoken answer in, until the report; paper handed in on the last day may be typed after it. */
export const enterAnswer = (
  ctx: Context,
  { surveyId, channel, gridId, codes }: EnterAnswer & { surveyId: string },
) =>
  ctx.transact(async (tx) => {
    const survey = await findSurvey(tx, surveyId)
    const { stationId } = await bodiesOfCommunity(tx, survey.communityId)
    authorize(ctx.actor, 'survey.enter', { ...survey, stationId })
    const now = ctx.clock.now()
    if (survey.state !== 'published' && survey.state !== 'closed')
      throw new Refusal('conflict', 'survey-takes-no-answers')
    if (now < survey.opensAt) throw new Refusal('conflict', 'survey-not-open')
    const grids = await gridsOfCommunity(tx, survey.communityId)
    if (gridId && !grids.some((g) => g.id === gridId)) throw new Refusal('invalid', 'grid-elsewhere')
    const [made] = await tx
      .insert(surveyAnswers)
      .values({
        surveyId,
        channel,
        gridId: gridId ?? null,
        enteredBy: ctx.actor.personId,
        answers: readAnswers(survey.questions, decodeCodes(survey.questions, codes)),
        receivedAt: now,
      })
      .returning({ id: surveyAnswers.id })
    await record(tx, ctx, 'survey.enter', { subject: made!.id }, { surveyId, channel })
    return { surveyId, entered: await countAnswers(tx, surveyId) }
  })
