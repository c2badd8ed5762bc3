import { and, eq, sql } from 'drizzle-orm'
import { surveyAnswers, surveyWords } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { findSurvey, type Survey, standing } from './find-survey.ts'

const MOST = 50
/** Long numbers and addresses by which somebody could be found: telephones, identity numbers, doors. */
const pointsAtSomeone =
  /\d{7,}|\d[\d\s-]{8,}\d|[^\s@]+@[^\s@]+\.[^\s@]+|\d+\s*[号栋幢]\s*(楼|院)?\s*[\d一二三四五六七八九十]+\s*(单元|室|号|楼)/

function ready(survey: Survey, now: Date) {
  const stands = standing(survey, now)
  if (stands === 'draft' || stands === 'open' || stands === 'not_open')
    throw new Refusal('conflict', 'survey-still-open')
}

/** 原话审看: lets somebody's words be read, as the committee cleared them of names; without words they are kept back. */
export const showWords = (
  ctx: Context,
  input: { surveyId: string; answerId: string; questionId: string; shown?: string | undefined },
) =>
  ctx.transact(async (tx) => {
    const { surveyId, answerId, questionId } = input
    const survey = await findSurvey(tx, surveyId)
    authorize(ctx.actor, 'survey.words', survey)
    ready(survey, ctx.clock.now())
    const [answer] = await tx
      .select({ answers: surveyAnswers.answers })
      .from(surveyAnswers)
      .where(and(eq(surveyAnswers.id, answerId), eq(surveyAnswers.surveyId, surveyId)))
    const question = survey.questions.find(({ id }) => id === questionId)
    if (question?.kind !== 'short_text' || !answer?.answers[questionId])
      throw new Refusal('missing', 'survey-words')
    const shown = input.shown || null
    if (shown && pointsAtSomeone.test(shown.normalize('NFKC')))
      throw new Refusal('invalid', 'survey-words-point')
    const decided = { shown, decidedBy: ctx.actor.personId!, decidedAt: ctx.clock.now() }
    await tx
      .insert(surveyWords)
      .values({ surveyId, answerId, questionId, ...decided })
      .onConflictDoUpdate({ target: [surveyWords.answerId, surveyWords.questionId], set: decided })
    await record(tx, ctx, 'survey.words', { subject: surveyId }, { shown: shown !== null })
    return { surveyId }
  })

/** The words not yet decided on, a page at a time; ordered by a random key, which says nothing of when they came. */
async function waiting(db: Reader, surveyId: string, questionId: string) {
  const words = sql<string | null>`${surveyAnswers.answers} ->> cast(${questionId} as text)`
  const open = and(
    eq(surveyAnswers.surveyId, surveyId),
    sql`${words} is not null`,
    sql`not exists (select 1 from ${surveyWords} where ${surveyWords.answerId} = ${surveyAnswers.id} and ${surveyWords.questionId} = ${questionId})`,
  )
  const rows = await db
    .select({ answerId: surveyAnswers.id, words })
    .from(surveyAnswers)
    .where(open)
    .orderBy(surveyAnswers.id)
    .limit(MOST)
  return {
    left: await db.$count(surveyAnswers, open),
    rows: rows.map((row) => ({ ...row, words: row.words ?? '' })),
  }
}

/** What people wrote, for those who decide what of it may be read. */
export async function readWords(ctx: Context, surveyId: string) {
  const survey = await findSurvey(ctx.db, surveyId)
  authorize(ctx.actor, 'survey.words', survey)
  ready(survey, ctx.clock.now())
  const asked = survey.questions.flatMap((question, at) =>
    question.kind === 'short_text' ? [{ question, at }] : [],
  )
  const questions = []
  for (const { question, at } of asked)
    questions.push({ question, at, ...(await waiting(ctx.db, surveyId, question.id)) })
  return { survey, questions }
}
