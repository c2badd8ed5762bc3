import { eq } from 'drizzle-orm'
import { surveyEntries, surveySheets } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { surveyToEnter } from './enter-answer.ts'
import { differences, entriesOf } from './enter-twice.ts'
import { findSurvey, type Survey } from './find-survey.ts'
import { keepAnswer } from './keep-answer.ts'
import { decodeCodes, readAnswers } from './read-answers.ts'
import { sheetByNo } from './sheet.ts'

async function twoOf(db: Reader, survey: Survey, no: number) {
  const sheet = await sheetByNo(db, survey.id, no)
  const [first, second] = await entriesOf(db, sheet.id)
  if (!first || !second) throw new Refusal('conflict', 'survey-nothing-to-settle')
  return { sheet, first, second, asked: differences(survey.questions, first.answers, second.answers) }
}

/** Decides what a sheet says where two people read it differently: those questions are typed again from the paper. */
export const settleEntry = (
  ctx: Context,
  { surveyId, no, codes }: { surveyId: string; no: number; codes: Record<string, string> },
) =>
  ctx.transact(async (tx) => {
    const survey = await surveyToEnter(tx, ctx, surveyId)
    authorize(ctx.actor, 'survey.settle', survey)
    const { sheet, first, asked } = await twoOf(tx, survey, no)
    const again = Object.fromEntries(asked.map(({ id }) => [id, '']))
    const agreed = Object.entries(first.answers).filter(([id]) => !Object.hasOwn(again, id))
    const typed = decodeCodes(survey.questions, { ...again, ...codes })
    const settled = Object.entries(typed).filter(([id]) => Object.hasOwn(again, id))
    const read = readAnswers(survey.questions, {
      ...Object.fromEntries(agreed.map(([id, a]) => [id, typeof a === 'number' ? String(a) : a])),
      ...Object.fromEntries(settled),
    })
    await tx.delete(surveyEntries).where(eq(surveyEntries.sheetId, sheet.id))
    const { channel, relation, enteredBy } = first
    await keepAnswer(tx, ctx, survey, { channel, relation, sheet, enteredBy, answers: read })
    await record(tx, ctx, 'survey.settle', { subject: surveyId }, { questions: asked.map(({ id }) => id) })
    return { surveyId }
  })

/** What two people typed of one sheet, for whoever settles it. */
export async function readMismatch(ctx: Context, surveyId: string, no: number) {
  const survey = await findSurvey(ctx.db, surveyId)
  authorize(ctx.actor, 'survey.settle', survey)
  const { first, second, asked } = await twoOf(ctx.db, survey, no)
  const rows = asked.map((question) => ({
    question,
    at: survey.questions.findIndex(({ id }) => id === question.id),
    first: first.answers[question.id] ?? null,
    second: second.answers[question.id] ?? null,
  }))
  return { survey, no, rows }
}

/** 待核对: sheets heard once, and sheets two people read differently. */
export async function unsettled(db: Reader, surveyId: string) {
  const rows = await db
    .select({ no: surveySheets.no })
    .from(surveyEntries)
    .innerJoin(surveySheets, eq(surveySheets.id, surveyEntries.sheetId))
    .where(eq(surveyEntries.surveyId, surveyId))
    .orderBy(surveySheets.no)
  const times = new Map<number, number>()
  for (const { no } of rows) times.set(no, (times.get(no) ?? 0) + 1)
  const of = (n: number) => [...times].filter(([, heard]) => heard === n).map(([no]) => no)
  return { once: of(1), differ: of(2) }
}
