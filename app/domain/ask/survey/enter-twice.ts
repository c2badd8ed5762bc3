import { eq } from 'drizzle-orm'
import { surveyEntries } from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import { Refusal } from '../../refusal.ts'
import type { Survey } from './find-survey.ts'
import { checkSheet, type Given } from './keep-answer.ts'
import type { Answers } from './read-answers.ts'

export const entriesOf = (db: Reader, sheetId: string) =>
  db.select().from(surveyEntries).where(eq(surveyEntries.sheetId, sheetId)).orderBy(surveyEntries.id)

const plain = (answer: Answers[string] | undefined) =>
  JSON.stringify(
    answer === undefined ? null : typeof answer === 'string' ? answer.replace(/\s+/g, ' ').trim() : answer,
  )
const unordered = (answer: Answers[string] | undefined) =>
  Array.isArray(answer) ? [...answer].sort() : answer

/** The questions two people read differently off the same sheet; the order of ticks says nothing, the order of a ranking does. */
export const differences = (questions: Survey['questions'], a: Answers, b: Answers) =>
  questions.filter(({ id, kind }) => {
    const as = (x: Answers) => plain(kind === 'rank' ? x[id] : unordered(x[id]))
    return as(a) !== as(b)
  })

/**
 * 双人录入: the first typing waits for another person's; when both agree the sheet is one answer, else both stay until
 * somebody settles it with the paper in hand.
 */
export async function enterTwice(
  tx: Tx,
  survey: Survey,
  given: Given,
): Promise<'first' | 'agreed' | 'differs'> {
  const { sheet, enteredBy } = given
  if (!sheet) throw new Refusal('invalid', 'survey-sheet-needed')
  checkSheet(survey, sheet)
  if (given.channel === 'proxy' && !given.relation) throw new Refusal('invalid', 'survey-relation-needed')
  const before = await entriesOf(tx, sheet.id)
  if (before.some((e) => e.enteredBy === enteredBy)) throw new Refusal('conflict', 'survey-entered-by-you')
  const [first, second] = before
  if (second) throw new Refusal('conflict', 'survey-entries-differ')
  if (first && differences(survey.questions, first.answers, given.answers).length === 0) {
    await tx.delete(surveyEntries).where(eq(surveyEntries.sheetId, sheet.id))
    return 'agreed'
  }
  await tx.insert(surveyEntries).values({
    surveyId: survey.id,
    sheetId: sheet.id,
    enteredBy: enteredBy!,
    channel: given.channel,
    relation: given.relation ?? null,
    answers: given.answers,
  })
  return first ? 'differs' : 'first'
}
