import { eq } from 'drizzle-orm'
import type { SurveyQuestion } from '#db/schema/ask.ts'
import { surveyAnswers } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { answerChannels } from '#db/vocabulary.ts'
import type { Survey } from './find-survey.ts'
import { type Cell, suppressRow, suppressSmall } from './suppress.ts'

type Given = { channel: string; answers: Record<string, string | string[] | number> }
export type Bar = { label: string; count: Cell; share: number | null }
export type QuestionReport = {
  id: string
  text: string
  kind: SurveyQuestion['kind']
  /** How many answered this question; null under the least. */
  answered: Cell
  bars: Bar[]
  mean: number | null
}
export type SurveyReport = {
  sample: number
  households: number
  /** Answers against households of the community, from 0 up. */
  coverage: number | null
  minCell: number
  channels: Bar[]
  questions: QuestionReport[]
}

/** From this many answers on, a mean rounded to one decimal gives no hidden cell away. */
const MEAN_SAFE = 200
const scale = ['1', '2', '3', '4', '5']

/** How many answered: the only thing anyone may know before the report. */
export const countAnswers = (db: Reader, surveyId: string): Promise<number> =>
  db.$count(surveyAnswers, eq(surveyAnswers.surveyId, surveyId))

const bars = (labels: readonly string[], cells: readonly Cell[], of: number): Bar[] =>
  labels.map((label, at) => {
    const count = cells[at] ?? null
    return { label, count, share: count === null || of === 0 ? null : count / of }
  })

function meanOf(values: readonly number[], cells: readonly Cell[], least: number): number | null {
  if (values.length < least) return null
  if (cells.includes(null) && values.length < MEAN_SAFE) return null
  return Math.round((values.reduce((a, b) => a + b, 0) / values.length) * 10) / 10
}

/** Counts one question; free words are never published, only how many wrote some. */
function countQuestion(question: SurveyQuestion, given: readonly Given[], least: number): QuestionReport {
  const answers = given.map((g) => g.answers[question.id]).filter((a) => a !== undefined)
  const labels = question.kind === 'scale' ? scale : (question.options ?? [])
  const counts = labels.map((label) => answers.filter((a) => [a].flat().map(String).includes(label)).length)
  const answered = answers.length < least ? null : answers.length
  const cells = question.kind === 'multiple' ? suppressSmall(counts, least) : suppressRow(counts, least)
  const shown = answered === null ? counts.map(() => null) : cells
  const values = question.kind === 'scale' || question.kind === 'number' ? answers.map(Number) : []
  return {
    id: question.id,
    text: question.text,
    kind: question.kind,
    answered,
    bars: bars(labels, shown, answers.length),
    mean: meanOf(values, shown, least),
  }
}

/** What a survey found. Call it for a reported survey only: before that nobody may see a count of any answer. */
export function reportOn(
  survey: Pick<Survey, 'questions' | 'minCell' | 'households'>,
  given: readonly Given[],
): SurveyReport {
  const households = survey.households ?? 0
  const byChannel = answerChannels.map((c) => given.filter((g) => g.channel === c).length)
  return {
    sample: given.length,
    households,
    coverage: households > 0 ? given.length / households : null,
    minCell: survey.minCell,
    channels: bars(answerChannels, suppressRow(byChannel, survey.minCell), given.length),
    questions: survey.questions.map((question) => countQuestion(question, given, survey.minCell)),
  }
}

/** The report of a survey, counted from its answers; null until it is reported. */
export async function reportOf(db: Reader, survey: Survey): Promise<SurveyReport | null> {
  if (survey.state !== 'reported') return null
  const given = await db
    .select({ channel: surveyAnswers.channel, answers: surveyAnswers.answers })
    .from(surveyAnswers)
    .where(eq(surveyAnswers.surveyId, survey.id))
  return reportOn(survey, given)
}

/** The share of answers that named a category; null when nobody was asked or too few said so. */
export function mentionShare(
  survey: Pick<Survey, 'questions'>,
  report: SurveyReport,
  category: string,
): number | null {
  const asked = survey.questions.find((q) => q.categories?.some((c) => c === category))
  const at = asked?.categories?.findIndex((c) => c === category) ?? -1
  const bar = report.questions.find((q) => q.id === asked?.id)?.bars[at]
  return bar?.share ?? null
}
