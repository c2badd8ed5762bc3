import { eq } from 'drizzle-orm'
import { surveyAnswers } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { gridsOfCommunity } from '../../where/bodies-of-community.ts'
import { findSurvey, standing } from './find-survey.ts'

/** 原始答卷: every answer for the committee's own work, without name, time, order or who typed it; taking them is written down. */
export const takeAnswers = (ctx: Context, { surveyId }: { surveyId: string }) =>
  ctx.transact(async (tx) => {
    const survey = await findSurvey(tx, surveyId)
    authorize(ctx.actor, 'survey.export', survey)
    const stands = standing(survey, ctx.clock.now())
    if (stands !== 'over' && stands !== 'closed' && stands !== 'reported')
      throw new Refusal('conflict', 'survey-still-open')
    const grids = new Map((await gridsOfCommunity(tx, survey.communityId)).map(({ id, name }) => [id, name]))
    const rows = await tx
      .select({
        channel: surveyAnswers.channel,
        gridId: surveyAnswers.gridId,
        relation: surveyAnswers.relation,
        answers: surveyAnswers.answers,
      })
      .from(surveyAnswers)
      .where(eq(surveyAnswers.surveyId, surveyId))
      .orderBy(surveyAnswers.id)
    await record(tx, ctx, 'survey.export', { subject: surveyId }, { answers: rows.length })
    return { survey, rows: rows.map((row) => ({ ...row, grid: grids.get(row.gridId ?? '') ?? '' })) }
  })
