import type { Context } from '../../context.ts'
import { Refusal } from '../../refusal.ts'
import { coverBuildings } from './cover-buildings.ts'
import { findSurvey, standing, wavesOf } from './find-survey.ts'
import { reportOf } from './survey-report.ts'
import { tallyOf } from './tally.ts'

/** What everybody may read of a survey: its name and dates, and once reported, its figures. */
export async function readReport(ctx: Context, surveyId: string) {
  const survey = await findSurvey(ctx.db, surveyId)
  if (survey.state === 'draft') throw new Refusal('missing', 'survey')
  const waves = (await wavesOf(ctx.db, survey)).filter(({ state }) => state === 'reported')
  const report = await reportOf(ctx.db, survey)
  const roll = report ? ((await tallyOf(ctx.db, survey)).roll ?? null) : null
  const buildings = report ? await coverBuildings(ctx.db, surveyId, survey.minCell, roll) : []
  const stands = standing(survey, ctx.clock.now())
  return { survey, stands, report, buildings, waves: report ? waves.length : 0 }
}
