import { z } from 'zod'
import { typedDate } from '../../typed-date.ts'

const date = typedDate('form.date')
const typed = z.union([
  z.string().max(600, 'form.long'),
  z.array(z.string().max(200, 'form.long')).max(30, 'form.long'),
])

export const draftSurveyForm = z
  .object({
    templateId: z.string({ error: 'form.survey.template' }).min(1, 'form.survey.template').max(64),
    name: z.string({ error: 'form.survey.name' }).trim().min(4, 'form.survey.name').max(60, 'form.long'),
    opens: date,
    closes: date,
  })
  .strict()
export type DraftSurvey = z.output<typeof draftSurveyForm>

/** What a resident typed: `answers.Q1`, `answers.Q4` (several); a question may be left out. */
export const answerSurveyForm = z
  .object({ answers: z.record(z.string().max(20), typed).default({}) })
  .strict()
export type TypedAnswers = z.output<typeof answerSurveyForm>['answers']

/** A paper or spoken answer, typed as the numbers printed beside the options: `2`, `1 4 5`. */
export const enterAnswerForm = z
  .object({
    channel: z.enum(['door', 'proxy', 'desk'], { error: 'form.survey.channel' }),
    gridId: z.string().max(64).optional(),
    codes: z.record(z.string().max(20), z.string().max(600, 'form.long')).default({}),
  })
  .strict()
export type EnterAnswer = z.output<typeof enterAnswerForm>
export const surveyMoveForm = z.object({}).strict()
