import { and, eq } from 'drizzle-orm'
import { needEvidence } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { Refusal } from '../../refusal.ts'
import { supportersOfSuggestion } from '../suggestion/find-suggestion.ts'
import { findSurvey } from '../survey/find-survey.ts'
import { mentionShare, reportOf } from '../survey/survey-report.ts'
import { needBeingWritten } from './edit-need.ts'

type Evidence = Omit<typeof needEvidence.$inferInsert, 'id'>

async function cite(tx: Tx, row: Evidence) {
  const same = and(
    eq(needEvidence.needId, row.needId),
    eq(needEvidence.kind, row.kind),
    eq(needEvidence.refId, row.refId),
  )
  const [known] = await tx.select({ id: needEvidence.id }).from(needEvidence).where(same)
  if (known) await tx.update(needEvidence).set(row).where(eq(needEvidence.id, known.id))
  else await tx.insert(needEvidence).values(row)
}

/** Cites a reported survey of the same community: the share that named this category, and out of how many. */
export const citeSurvey = (ctx: Context, { needId, surveyId }: { needId: string; surveyId: string }) =>
  ctx.transact(async (tx) => {
    const need = await needBeingWritten(tx, ctx, needId)
    const survey = await findSurvey(tx, surveyId)
    if (survey.communityId !== need.communityId) throw new Refusal('conflict', 'survey-elsewhere')
    const report = await reportOf(tx, survey)
    if (!report) throw new Refusal('conflict', 'survey-not-reported')
    const share = mentionShare(survey, report, need.category)
    if (share === null) throw new Refusal('conflict', 'survey-says-nothing')
    await cite(tx, { needId, kind: 'survey', refId: surveyId, share, sample: report.sample })
    await record(tx, ctx, 'need.cite', { subject: needId, threadId: needId }, { surveyId })
    return { id: needId }
  })

/** Cites an ask adopted into a need, with how many neighbours stood behind it then. */
export const citeSuggestionIn = async (
  tx: Tx,
  needId: string,
  asked: { id: string; refNo: string; kind: string },
) =>
  cite(tx, {
    needId,
    kind: asked.kind === 'grid_event' ? 'grid_event' : 'suggestion',
    refId: asked.id,
    count: 1 + (await supportersOfSuggestion(tx, asked.id)),
    note: asked.refNo,
  })
