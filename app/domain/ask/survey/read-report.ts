import type { Context } from '../../context.ts'
import { Refusal } from '../../refusal.ts'
import { findSurvey, standing, wavesOf } from './find-survey.ts'
import { reportOf } from './survey-report.ts'

/** What everybody may read of a survey: its name and dates, and once reported, its figures. */
export async function readReport(ctx: Context, surveyId: string) {
  const survey = await findSurvey(ctx.db, surveyId)
  if (survey.state === 'draft') throw new Refusal('missing', 'survey')
  const waves = (await wavesOf(ctx.db, survey)).filter(({ state }) => state === 'reported')
  const report = await reportOf(ctx.db, survey)
  return { survey, stands: standing(survey, ctx.clock.now()), report, waves: report ? waves.length : 0 }
}
