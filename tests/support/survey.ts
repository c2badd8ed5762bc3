import { eq } from 'drizzle-orm'
import { newId } from '#db/dialect.ts'
import type { SurveyQuestion } from '#db/schema/ask.ts'
import { surveyAnswers, surveys, surveyTemplates } from '#db/schema/index.ts'
import { closeSurvey } from '#domain/ask/survey/close-survey.ts'
import { draftSurvey } from '#domain/ask/survey/draft-survey.ts'
import type { DraftSurvey } from '#domain/ask/survey/forms.ts'
import { publishSurvey } from '#domain/ask/survey/publish-survey.ts'
import { reportSurvey } from '#domain/ask/survey/report-survey.ts'
import type { Town } from './world.ts'

/** One question of every kind there is. */
export const everyKind: SurveyQuestion[] = [
  {
    id: 'Q1',
    kind: 'single',
    text: '年龄段',
    options: ['青年', '中年', '老年'],
    breakdown: true,
    needed: true,
  },
  { id: 'Q2', kind: 'multiple', text: '最想办的事', options: ['养老', '托管', '环境', '文体'], max: 2 },
  { id: 'Q3', kind: 'scale', text: '满意吗' },
  { id: 'Q4', kind: 'rank', text: '按先后排', options: ['电梯', '路灯', '花园'] },
  { id: 'Q5', kind: 'number', text: '家里几口人', max: 20 },
  { id: 'Q6', kind: 'place', text: '问题在哪个网格' },
  { id: 'Q7', kind: 'short_text', text: '还想说什么' },
]

/** A questionnaire of C1's committee with these questions. */
export async function templateWith(town: Town, questions: SurveyQuestion[] = everyKind, minCell = 5) {
  const row = {
    id: newId(),
    code: `WJ-${newId()}`,
    version: 1,
    title: '社区小调查',
    minCell,
    questions,
    createdAt: town.clock.now(),
    committeeId: 'C1',
  }
  await town.transact((tx) => tx.insert(surveyTemplates).values(row))
  return row.id
}

/** A survey of C1 with these questions, open for a month. */
export async function surveyWith(
  town: Town,
  questions: SurveyQuestion[] = everyKind,
  more: Partial<DraftSurvey> = {},
  minCell = 5,
) {
  const templateId = await templateWith(town, questions, minCell)
  const dates = { opens: '2026-03-02', closes: '2026-03-31' }
  const { id } = await draftSurvey(town.as('clerk'), { templateId, name: '小调查一份', ...dates, ...more })
  await publishSurvey(town.as('clerk'), { surveyId: id })
  const [row] = await town.db.select({ code: surveys.shortCode }).from(surveys).where(eq(surveys.id, id))
  return { id, code: row!.code }
}

export type Row = Pick<typeof surveyAnswers.$inferInsert, 'answers'> &
  Partial<Pick<typeof surveyAnswers.$inferInsert, 'channel' | 'gridId' | 'relation'>>
const CHUNK = 400

/** Puts answers in as if they had come, many at a time. */
export async function answersOf(town: Town, surveyId: string, rows: readonly Row[]) {
  const at = town.clock.now()
  for (let from = 0; from < rows.length; from += CHUNK)
    await town.transact(async (tx) => {
      await tx
        .insert(surveyAnswers)
        .values(
          rows
            .slice(from, from + CHUNK)
            .map((row) => ({ surveyId, channel: 'online' as const, receivedAt: at, ...row })),
        )
    })
}

/** Closes and reports a survey. */
export async function reportNow(town: Town, surveyId: string) {
  await closeSurvey(town.as('clerk'), { surveyId })
  await reportSurvey(town.as('clerk'), { surveyId })
}
