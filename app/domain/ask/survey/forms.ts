import { z } from 'zod'
import { answerLimits, proxyRelations, questionKinds } from '#db/vocabulary.ts'
import { typedDate } from '../../typed-date.ts'

const date = typedDate('form.date')
const typed = z.union([
  z.string().max(600, 'form.long'),
  z.array(z.string().max(200, 'form.long')).max(30, 'form.long'),
])
const count = (message: string, least: number, most: number) =>
  z.coerce.number({ error: message }).int(message).min(least, message).max(most, message)
const grid = z.string().max(64).optional()
const relation = z.enum(proxyRelations, { error: 'form.survey.relation' }).optional()
const codes = z.record(z.string().max(20), z.string().max(600, 'form.long')).default({})
const tick = z.literal('yes').optional()

export const draftSurveyForm = z
  .object({
    templateId: z.string({ error: 'form.survey.template' }).min(1, 'form.survey.template').max(64),
    name: z.string({ error: 'form.survey.name' }).trim().min(4, 'form.survey.name').max(60, 'form.long'),
    opens: date,
    closes: date,
    /** The survey this one is the next wave of. */
    waveOf: z.string().max(64).optional(),
    answerLimit: z.enum(answerLimits).optional(),
    twoEntries: tick,
    minAge: count('form.survey.age', 14, 60).optional(),
  })
  .strict()
export type DraftSurvey = z.output<typeof draftSurveyForm>

const sheet = z.string().max(40, 'form.long').optional()
const agreed = z.literal('yes', { error: 'form.survey.agreed' })
/** The first page: that one has read what becomes of the answers, and what the survey needs to know beside them. */
export const beginAnswerForm = z.object({ agreed, sheet, relation, gridId: grid }).strict()
export type BeginAnswer = Omit<z.output<typeof beginAnswerForm>, 'agreed'>
/** One question of the phone's one-a-page. */
export const saveAnswerForm = z.object({ answer: typed.default('') }).strict()

/** What a resident typed: `answers.Q1`, `answers.Q4` (several); a question may be left out. */
export const answerSurveyForm = z
  .object({ answers: z.record(z.string().max(20), typed).default({}), agreed, sheet, relation, gridId: grid })
  .strict()
export type TypedAnswers = z.output<typeof answerSurveyForm>['answers']

/** A paper or spoken answer, typed as the numbers printed beside the options: `2`, `145`. */
export const enterAnswerForm = z
  .object({
    channel: z.enum(['door', 'proxy', 'desk'], { error: 'form.survey.channel' }),
    gridId: grid,
    relation,
    /** The number printed on the sheet. */
    sheetNo: count('form.survey.sheet', 1, 1_000_000).optional(),
    codes,
  })
  .strict()
export type EnterAnswer = z.output<typeof enterAnswerForm>
export const settleEntryForm = z.object({ codes }).strict()
export const printSheetsForm = z
  .object({
    building: z
      .string({ error: 'form.survey.building' })
      .trim()
      .min(1, 'form.survey.building')
      .max(40, 'form.long'),
    gridId: grid,
    households: count('form.survey.households', 1, 100_000),
    sheets: count('form.survey.sheets', 1, 200),
  })
  .strict()
export type PrintSheets = z.output<typeof printSheetsForm>
export const showWordsForm = z
  .object({
    answerId: z.string().max(64),
    questionId: z.string().max(20),
    shown: z.string().trim().max(500, 'form.long').optional(),
  })
  .strict()
export const surveyMoveForm = z.object({}).strict()

export const makeTemplateForm = z
  .object({
    title: z
      .string({ error: 'form.template.title' })
      .trim()
      .min(4, 'form.template.title')
      .max(60, 'form.long'),
    /** The version to copy; none: begin with an empty one. */
    from: z.string().max(64).optional(),
  })
  .strict()
export const copyTemplateForm = z.object({}).strict()
export const orderQuestionForm = z
  .object({ questionId: z.string().max(20), to: z.enum(['up', 'down', 'out']) })
  .strict()
export const writeQuestionForm = z
  .object({
    kind: z.enum(questionKinds, { error: 'form.question.kind' }),
    text: z.string({ error: 'form.question.text' }).trim().min(2, 'form.question.text').max(120, 'form.long'),
    /** One a line. */
    options: z.string().max(2000, 'form.long').optional(),
    max: count('form.question.max', 1, 1_000_000).optional(),
    needed: tick,
    breakdown: tick,
  })
  .strict()
export type WriteQuestion = z.output<typeof writeQuestionForm>
