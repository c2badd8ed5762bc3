import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { bodiesOfCommunity } from '../../where/bodies-of-community.ts'
import { enterTwice } from './enter-twice.ts'
import { findSurvey } from './find-survey.ts'
import type { EnterAnswer } from './forms.ts'
import { keepAnswer } from './keep-answer.ts'
import { decodeCodes, readAnswers } from './read-answers.ts'
import { sheetByNo } from './sheet.ts'
import { countAnswers } from './survey-report.ts'

/** The survey, if this seat types its paper in now; paper handed in on the last day may be typed after it. */
export async function surveyToEnter(tx: Tx, ctx: Context, surveyId: string) {
  const survey = await findSurvey(tx, surveyId)
  const { stationId } = await bodiesOfCommunity(tx, survey.communityId)
  authorize(ctx.actor, 'survey.enter', { ...survey, stationId })
  if (survey.state !== 'published' && survey.state !== 'closed')
    throw new Refusal('conflict', 'survey-takes-no-answers')
  if (ctx.clock.now() < survey.opensAt) throw new Refusal('conflict', 'survey-not-open')
  return survey
}

/** Types a paper or spoken answer in, until the report; a survey that says so hears each sheet from two people. */
export const enterAnswer = (
  ctx: Context,
  { surveyId, channel, gridId, relation, sheetNo, codes }: EnterAnswer & { surveyId: string },
) =>
  ctx.transact(async (tx) => {
    const survey = await surveyToEnter(tx, ctx, surveyId)
    const given = {
      channel,
      relation,
      gridId,
      sheet: sheetNo === undefined ? null : await sheetByNo(tx, surveyId, sheetNo),
      enteredBy: ctx.actor.personId,
      answers: readAnswers(survey.questions, decodeCodes(survey.questions, codes)),
    }
    const came = survey.twoEntries ? await enterTwice(tx, survey, given) : ('agreed' as const)
    const subject = came === 'agreed' ? await keepAnswer(tx, ctx, survey, given) : surveyId
    await record(tx, ctx, 'survey.enter', { subject }, { surveyId, channel })
    return { surveyId, entered: await countAnswers(tx, surveyId), ...(survey.twoEntries ? { came } : {}) }
  })
