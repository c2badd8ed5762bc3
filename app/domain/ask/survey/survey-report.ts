import { eq } from 'drizzle-orm'
import type { SurveyQuestion, SurveyTally } from '#db/schema/ask.ts'
import { surveyAnswers, surveyWords } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { answerChannels } from '#db/vocabulary.ts'
import { gridsOfCommunity } from '../../where/bodies-of-community.ts'
import { type Bar, bars, type Grid, type GridBar, gridBars } from './bars.ts'
import { type Breakdown, breakDown, marksSeveral } from './break-down.ts'
import type { Survey } from './find-survey.ts'
import { type Cell, suppressChoices, suppressGroups, suppressRow } from './suppress.ts'
import { tallyOf } from './tally.ts'

export type QuestionReport = {
  id: string
  text: string
  kind: SurveyQuestion['kind']
  /** How many answered this question; null under the least. */
  answered: Cell
  bars: Bar[]
  mean: number | null
  /** Of a ranking: the mean place of each option, beside its bar. */
  places: Array<number | null>
  by: Breakdown[]
  /** Words somebody wrote, as the committee let them be read. */
  words: string[]
}
export type SurveyReport = {
  sample: number
  households: number
  /** Answers against households of the community, from 0 up. */
  coverage: number | null
  /** The roll the answers are held against, where there was one. */
  roll: { refNo: string; households: number; coverage: number | null } | null
  minCell: number
  channels: Bar[]
  grids: GridBar[]
  questions: QuestionReport[]
}
/** From this many answers on, a mean rounded to one decimal gives no hidden cell away. */
const MEAN_SAFE = 200
const scale = ['1', '2', '3', '4', '5']
export const optionsOf = (question: SurveyQuestion) =>
  question.kind === 'scale' ? scale : (question.options ?? [])

/** How many answered: the only thing anyone may know before the report. */
export const countAnswers = (db: Reader, surveyId: string): Promise<number> =>
  db.$count(surveyAnswers, eq(surveyAnswers.surveyId, surveyId))

const rounded = (sum: number, n: number) => Math.round((sum / n) * 10) / 10

function meanOf(sum: number | undefined, n: number, cells: readonly Cell[], least: number): number | null {
  if (sum === undefined || n < least || (cells.includes(null) && n < MEAN_SAFE)) return null
  return rounded(sum, n)
}

type Asked = Pick<Survey, 'questions' | 'minCell' | 'households'>

/** Counts one question; free words are never counted, only how many wrote some. */
function countQuestion(question: SurveyQuestion, tally: SurveyTally, least: number) {
  const counted = tally.questions[question.id] ?? { answered: 0, marks: {}, by: {} }
  const labels = optionsOf(question)
  const counts = labels.map((label) => (Object.hasOwn(counted.marks, label) ? counted.marks[label]! : 0))
  const answered = counted.answered < least ? null : counted.answered
  const cells = marksSeveral(question)
    ? suppressChoices(counts, counted.answered, least)
    : suppressRow(counts, least)
  const shown = answered === null ? counts.map(() => null) : cells
  const clear = !shown.includes(null) || counted.answered >= MEAN_SAFE
  const placed = labels.map((label) => counted.places?.[label])
  return {
    id: question.id,
    text: question.text,
    kind: question.kind,
    answered,
    bars: bars(labels, shown, counted.answered),
    mean: meanOf(counted.sum, counted.answered, shown, least),
    places: placed.map((p) => (p && clear && p.n >= least ? rounded(p.sum, p.n) : null)),
  }
}

const partOf = (sample: number, households: number) => (households > 0 ? sample / households : null)
const rollOf = ({ roll, sample }: SurveyTally): SurveyReport['roll'] =>
  roll ? { refNo: roll.refNo, households: roll.households, coverage: partOf(sample, roll.households) } : null

/** What a survey found. Call it for a reported survey only: before that nobody may see a count of any answer. */
export function reportOn(
  survey: Asked,
  tally: SurveyTally,
  grids: readonly Grid[] = [],
  words: Record<string, string[]> = {},
): SurveyReport {
  const [least, households] = [survey.minCell, survey.households ?? 0]
  const byChannel = answerChannels.map((c) => tally.groups.channel?.[c] ?? 0)
  const whole = {
    channels: bars(answerChannels, suppressGroups(byChannel, least), tally.sample),
    grids: gridBars(grids, tally, least),
    questions: survey.questions.map((question) => countQuestion(question, tally, least)),
  }
  return {
    ...whole,
    sample: tally.sample,
    households,
    coverage: partOf(tally.sample, households),
    roll: rollOf(tally),
    minCell: least,
    questions: whole.questions.map((found, at) => ({
      ...found,
      by: breakDown(survey, at, tally, grids, whole),
      words: found.answered === null ? [] : (words[found.id] ?? []),
    })),
  }
}

/** The report of a survey, from the counts taken when it was reported; null until then. */
export async function reportOf(db: Reader, survey: Survey): Promise<SurveyReport | null> {
  if (survey.state !== 'reported') return null
  const rows = await db.select().from(surveyWords).where(eq(surveyWords.surveyId, survey.id))
  const words: Record<string, string[]> = {}
  for (const { questionId, shown } of rows)
    if (shown) words[questionId] = [...(words[questionId] ?? []), shown]
  for (const some of Object.values(words)) some.sort()
  const [tally, grids] = [await tallyOf(db, survey), await gridsOfCommunity(db, survey.communityId)]
  return reportOn(survey, tally, grids, words)
}

/** The share of answers that named a category; null when nobody was asked or too few said so. */
export function mentionShare(
  survey: Pick<Survey, 'questions'>,
  report: SurveyReport,
  category: string,
): number | null {
  const asked = survey.questions.find((q) => q.categories?.some((c) => c === category))
  const at = asked?.categories?.map(String).indexOf(category) ?? -1
  const bar = report.questions.find((q) => q.id === asked?.id)?.bars[at]
  return bar?.share ?? null
}
