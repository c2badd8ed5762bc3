import { eq } from 'drizzle-orm'
import { newId } from '#db/dialect.ts'
import { surveyDrafts } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { authorize } from '../../policy/index.ts'
import { findSurveyByCode, standing } from './find-survey.ts'
import type { BeginAnswer } from './forms.ts'
import { checkGrid, checkSheet, openForAnswers } from './keep-answer.ts'
import { sheetByCode } from './sheet.ts'

export const draftId = (ctx: Context, token: string) => ctx.vault.keyed('survey-draft', token)

/** Opens a sheet on the phone, to be answered a question a page; the word that finds it again stays with the phone. */
export const beginAnswer = (
  ctx: Context,
  { code, sheet: typed, relation, gridId }: BeginAnswer & { code: string },
) =>
  ctx.transact(async (tx) => {
    const survey = await openForAnswers(tx, ctx, code)
    authorize(ctx.actor, 'survey.answer', survey)
    const sheet = typed ? await sheetByCode(tx, ctx.vault, survey.id, typed) : null
    checkSheet(survey, sheet)
    await checkGrid(tx, survey, gridId)
    const token = `${newId()}${newId()}`
    await tx.insert(surveyDrafts).values({
      id: draftId(ctx, token),
      surveyId: survey.id,
      sheetId: sheet?.id ?? null,
      relation,
      gridId,
      typed: {},
    })
    return { code: survey.shortCode, token }
  })

/** What was answered so far under a phone's word; null where there is none, or it is of another survey. */
export async function findDraft(db: Reader, ctx: Context, surveyId: string, token: string | null) {
  if (!token) return null
  const [found] = await db
    .select()
    .from(surveyDrafts)
    .where(eq(surveyDrafts.id, draftId(ctx, token)))
  return found?.surveyId === surveyId ? found : null
}

/** The survey as the phone shows it, with what it has answered so far. */
export async function readSheetOnPhone(ctx: Context, code: string, token: string | null) {
  const survey = await findSurveyByCode(ctx.db, code)
  const draft = await findDraft(ctx.db, ctx, survey.id, token)
  const answered = survey.questions.findIndex(({ id }) => draft?.typed[id] === undefined)
  return {
    survey,
    stands: standing(survey, ctx.clock.now()),
    typed: draft?.typed ?? null,
    /** The first question not yet sent, from 1 up. */
    next: answered < 0 ? survey.questions.length : answered + 1,
  }
}
