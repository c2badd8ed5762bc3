import { surveyAnswers } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { answerChannels, proxyRelations } from '#db/vocabulary.ts'
import type { Context } from '../../context.ts'
import { Refusal } from '../../refusal.ts'
import { gridsOfCommunity } from '../../where/bodies-of-community.ts'
import { findSurveyByCode, type Survey, standing } from './find-survey.ts'
import type { Answers } from './read-answers.ts'
import { type Sheet, spendSheet } from './sheet.ts'

export type Given = {
  channel: (typeof answerChannels)[number]
  answers: Answers
  sheet: Sheet | null
  relation?: (typeof proxyRelations)[number] | null
  gridId?: string | null
  enteredBy?: string | null
}

/** The survey of a short code, if it takes a resident's answers at this instant. */
export async function openForAnswers(tx: Tx, ctx: Context, code: string): Promise<Survey> {
  const survey = await findSurveyByCode(tx, code)
  const stands = standing(survey, ctx.clock.now())
  if (stands === 'not_open') throw new Refusal('conflict', 'survey-not-open')
  if (stands !== 'open') throw new Refusal('conflict', 'survey-over')
  return survey
}

/** A grid somebody names must be one of this community's. */
export async function checkGrid(tx: Tx, survey: Survey, gridId: string | null | undefined) {
  if (!gridId) return
  const grids = await gridsOfCommunity(tx, survey.communityId)
  if (!grids.some(({ id }) => id === gridId)) throw new Refusal('invalid', 'grid-elsewhere')
}

/** Refuses where a survey counts one answer a sheet and none is named, or its sheet has been used. */
export function checkSheet(survey: Survey, sheet: Sheet | null) {
  if (survey.answerLimit === 'slip' && !sheet) throw new Refusal('invalid', 'survey-sheet-needed')
  if (sheet?.used) throw new Refusal('conflict', 'survey-sheet-used')
}

/** One answer, by whichever way it came: every channel writes the same record. */
export async function keepAnswer(tx: Tx, ctx: Context, survey: Survey, given: Given) {
  checkSheet(survey, given.sheet)
  await checkGrid(tx, survey, given.gridId)
  if (given.channel === 'proxy' && !given.relation) throw new Refusal('invalid', 'survey-relation-needed')
  if (given.sheet) await spendSheet(tx, given.sheet.id)
  const [made] = await tx
    .insert(surveyAnswers)
    .values({
      surveyId: survey.id,
      channel: given.channel,
      gridId: given.sheet?.gridId ?? given.gridId ?? null,
      relation: given.channel === 'proxy' ? given.relation : null,
      enteredBy: given.enteredBy ?? null,
      answers: given.answers,
      receivedAt: ctx.clock.now(),
    })
    .returning({ id: surveyAnswers.id })
  return made!.id
}
