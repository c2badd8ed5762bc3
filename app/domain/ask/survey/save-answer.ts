import { eq } from 'drizzle-orm'
import { surveyDrafts, surveySheets } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { findDraft } from './begin-answer.ts'
import type { Survey } from './find-survey.ts'
import { keepAnswer, openForAnswers } from './keep-answer.ts'
import { checkAnswer, checkNeeded, readAnswers } from './read-answers.ts'
import { sheetByNo } from './sheet.ts'

type Draft = NonNullable<Awaited<ReturnType<typeof findDraft>>>
type SaveAnswer = { code: string; token: string | null; at: number; answer: string | string[] }

async function sheetOf(tx: Tx, surveyId: string, sheetId: string | null) {
  if (!sheetId) return null
  const [row] = await tx
    .select({ no: surveySheets.no })
    .from(surveySheets)
    .where(eq(surveySheets.id, sheetId))
  return row ? sheetByNo(tx, surveyId, row.no) : null
}

async function send(tx: Tx, ctx: Context, survey: Survey, draft: Draft) {
  const answers = readAnswers(survey.questions, draft.typed)
  checkNeeded(survey.questions, answers)
  await keepAnswer(tx, ctx, survey, {
    channel: draft.relation ? 'proxy' : 'online',
    sheet: await sheetOf(tx, survey.id, draft.sheetId),
    relation: draft.relation,
    gridId: draft.gridId,
    answers,
  })
  await tx.delete(surveyDrafts).where(eq(surveyDrafts.id, draft.id))
}

/** Keeps one answer and names the next question; after the last, the whole sheet is sent and the draft is gone. */
export const saveAnswer = (ctx: Context, { code, token, at, answer }: SaveAnswer) =>
  ctx.transact(async (tx) => {
    const survey = await openForAnswers(tx, ctx, code)
    authorize(ctx.actor, 'survey.answer', survey)
    const draft = await findDraft(tx, ctx, survey.id, token)
    const question = survey.questions[at - 1]
    if (!draft || !question) throw new Refusal('missing', 'survey-draft')
    checkAnswer(question, at - 1, answer)
    const typed = { ...draft.typed, [question.id]: answer }
    await tx.update(surveyDrafts).set({ typed }).where(eq(surveyDrafts.id, draft.id))
    const last = at === survey.questions.length
    if (last) await send(tx, ctx, survey, { ...draft, typed })
    return { code: survey.shortCode, next: last ? null : at + 1 }
  })
