import { eq } from 'drizzle-orm'
import { surveySheets } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { authorize, may } from '../../policy/index.ts'
import { bodiesOfCommunity, gridsOfCommunity } from '../../where/bodies-of-community.ts'
import { communityOfSeat } from '../community-of-seat.ts'
import { findSurvey, standing, surveysOf } from './find-survey.ts'
import { unsettled } from './settle-entry.ts'
import { countAnswers } from './survey-report.ts'

/** The surveys of the acting seat's community, each with where it stands and how many answered. */
export async function readSurveys(ctx: Context) {
  const bodies = await bodiesOfCommunity(ctx.db, await communityOfSeat(ctx.db, ctx))
  authorize(ctx.actor, 'survey.read', bodies)
  const now = ctx.clock.now()
  const all = await surveysOf(ctx.db, bodies.committeeId)
  const rows = await Promise.all(
    all.map(async (s) => ({ ...s, stands: standing(s, now), answers: await countAnswers(ctx.db, s.id) })),
  )
  return {
    community: bodies.communityName,
    committeeId: bodies.committeeId,
    surveys: rows,
    drafts: may(ctx.actor, 'survey.draft', bodies),
  }
}

/** One survey for those who run it: how many answered, never what. */
export async function readSurvey(ctx: Context, surveyId: string) {
  const survey = await findSurvey(ctx.db, surveyId)
  const bodies = await bodiesOfCommunity(ctx.db, survey.communityId)
  authorize(ctx.actor, 'survey.read', bodies)
  return {
    survey,
    stands: standing(survey, ctx.clock.now()),
    answers: await countAnswers(ctx.db, surveyId),
    grids: await gridsOfCommunity(ctx.db, survey.communityId),
    sheets: await ctx.db.$count(surveySheets, eq(surveySheets.surveyId, surveyId)),
    unsettled: await unsettled(ctx.db, surveyId),
    runs: may(ctx.actor, 'survey.report', survey),
    enters: may(ctx.actor, 'survey.enter', bodies),
  }
}
