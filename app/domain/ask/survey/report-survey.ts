import { eq } from 'drizzle-orm'
import { surveyDrafts, surveys, surveyTallies } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { findSurvey, standing } from './find-survey.ts'
import { survey } from './machine.ts'
import { rollHouseholds } from './roll-households.ts'
import { unsettled } from './settle-entry.ts'
import { countAnswers } from './survey-report.ts'
import { takeTally } from './tally.ts'

/** Publishes what a finished survey found: its sample, its coverage, and no cell small enough to point at anyone. */
export const reportSurvey = (ctx: Context, { surveyId }: { surveyId: string }) =>
  ctx.transact(async (tx) => {
    const was = await findSurvey(tx, surveyId)
    authorize(ctx.actor, 'survey.report', was)
    const now = ctx.clock.now()
    const stands = standing(was, now)
    if (stands === 'open' || stands === 'not_open') throw new Refusal('conflict', 'survey-still-open')
    const sample = await countAnswers(tx, was.id)
    if (sample < was.minCell) throw new Refusal('conflict', 'survey-sample-too-small', { n: was.minCell })
    const { once, differ } = await unsettled(tx, was.id)
    if (once.length + differ.length > 0)
      throw new Refusal('conflict', 'survey-entries-unsettled', { n: once.length + differ.length })
    await tx.delete(surveyDrafts).where(eq(surveyDrafts.surveyId, was.id))
    const state = stands === 'over' ? await move(tx, surveys, survey, was, 'close') : was.state
    await move(tx, surveys, survey, { id: was.id, state }, 'report', { reportedAt: now })
    const roll = await rollHouseholds(tx, was.communityId, now)
    const tally = { ...(await takeTally(tx, was)), roll }
    await tx.insert(surveyTallies).values({ surveyId: was.id, tally })
    await record(tx, ctx, 'survey.report', { subject: was.id }, { sample })
    return { id: was.id }
  })
