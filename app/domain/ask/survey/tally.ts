import { eq, sql } from 'drizzle-orm'
import type { SurveyQuestion, SurveyTally } from '#db/schema/ask.ts'
import { surveyAnswers, surveyTallies } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Survey } from './find-survey.ts'

type Asked = Pick<Survey, 'id' | 'questions'>
type Counted = {
  mark: unknown
  channel: string
  grid: string | null
  first: unknown
  second: unknown
  n: number
}
/** At most so many questions break the others down. */
export const BREAKDOWNS = 2

const said = (id: string) => sql`${surveyAnswers.answers} ->> cast(${id} as text)`
/** The questions by which the others are shown too. */
export const breakdownsOf = (questions: readonly SurveyQuestion[]) =>
  questions.filter((q) => q.breakdown && ['single', 'place', 'scale'].includes(q.kind)).slice(0, BREAKDOWNS)

/** How often each answer to one question was given, within each group; the database counts, one scan a question. */
async function countMarks(
  db: Reader,
  { id, questions }: Asked,
  question: SurveyQuestion,
): Promise<Counted[]> {
  const [first, second] = breakdownsOf(questions)
  const wrote =
    question.kind === 'short_text'
      ? sql`case when ${said(question.id)} is null then null else '' end`
      : said(question.id)
  const nothing = sql`null`
  return db
    .select({
      mark: sql<unknown>`${wrote}`,
      channel: surveyAnswers.channel,
      grid: surveyAnswers.gridId,
      first: sql<unknown>`${first ? said(first.id) : nothing}`,
      second: sql<unknown>`${second ? said(second.id) : nothing}`,
      n: sql<number>`count(*)`.mapWith(Number),
    })
    .from(surveyAnswers)
    .where(eq(surveyAnswers.surveyId, id))
    .groupBy(sql`1`, sql`2`, sql`3`, sql`4`, sql`5`)
}

/** What one stored answer marks: one option, several, or in their order. */
function marksOf({ kind }: SurveyQuestion, mark: string): string[] {
  if (kind === 'multiple' || kind === 'rank') return JSON.parse(mark) as string[]
  return kind === 'number' || kind === 'short_text' ? [] : [mark]
}
const add = (counts: Record<string, number>, key: string, n: number) => {
  counts[key] = (Object.hasOwn(counts, key) ? counts[key]! : 0) + n
}
type Group = { answered: number; marks: Record<string, number> }
type Counts = SurveyTally['questions'][string]

function addTo(group: Group, question: SurveyQuestion, marks: readonly string[], n: number) {
  group.answered += n
  for (const one of question.kind === 'rank' ? marks.slice(0, 1) : marks) add(group.marks, one, n)
}

async function tallyQuestion(db: Reader, survey: Asked, question: SurveyQuestion): Promise<Counts> {
  const counts: Counts = { answered: 0, marks: {}, by: {} }
  const breakdowns = breakdownsOf(survey.questions)
  for (const row of await countMarks(db, survey, question)) {
    if (row.mark === null) continue
    const marks = marksOf(question, String(row.mark))
    addTo(counts, question, marks, row.n)
    if (question.kind === 'number' || question.kind === 'scale')
      counts.sum = (counts.sum ?? 0) + Number(row.mark) * row.n
    if (question.kind === 'rank') placeEach(counts, marks, row.n)
    const groups = { channel: row.channel, grid: row.grid ?? '', ...named(breakdowns, row) }
    for (const [by, value] of Object.entries(groups)) {
      if (value === null) continue
      counts.by[by] ??= {}
      counts.by[by][value] ??= { answered: 0, marks: {} }
      addTo(counts.by[by][value], question, marks, row.n)
    }
  }
  return counts
}
const word = (value: unknown) => (value === null ? null : String(value))
const named = (breakdowns: readonly SurveyQuestion[], { first, second }: Counted) =>
  Object.fromEntries(breakdowns.map(({ id }, at) => [id, word(at === 0 ? first : second)]))

function placeEach(counts: Counts, marks: readonly string[], n: number) {
  counts.places ??= {}
  for (const [at, option] of marks.entries()) {
    counts.places[option] ??= { sum: 0, n: 0 }
    counts.places[option].sum += (at + 1) * n
    counts.places[option].n += n
  }
}

/** Counts a survey's answers, all of it in the database but for the adding up of groups. */
export async function takeTally(db: Reader, survey: Asked): Promise<SurveyTally> {
  const sizes = await db
    .select({
      channel: surveyAnswers.channel,
      grid: surveyAnswers.gridId,
      n: sql<number>`count(*)`.mapWith(Number),
    })
    .from(surveyAnswers)
    .where(eq(surveyAnswers.surveyId, survey.id))
    .groupBy(surveyAnswers.channel, surveyAnswers.gridId)
  const tally: SurveyTally = { sample: 0, groups: { channel: {}, grid: {} }, questions: {} }
  for (const { channel, grid, n } of sizes) {
    tally.sample += n
    add(tally.groups.channel!, channel, n)
    add(tally.groups.grid!, grid ?? '', n)
  }
  for (const question of survey.questions)
    tally.questions[question.id] = await tallyQuestion(db, survey, question)
  return tally
}

/** The counts as they were taken at the report; taken now for a survey reported before they were kept. */
export async function tallyOf(db: Reader, survey: Asked): Promise<SurveyTally> {
  const [kept] = await db.select().from(surveyTallies).where(eq(surveyTallies.surveyId, survey.id))
  return kept?.tally ?? takeTally(db, survey)
}
