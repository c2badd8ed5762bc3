import { eq } from 'drizzle-orm'
import type { SurveyQuestion } from '#db/schema/ask.ts'
import { surveyTemplates } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import type { WriteQuestion } from './forms.ts'
import { BREAKDOWNS, breakdownsOf } from './tally.ts'
import { committeeOfSeat, findTemplate, isFixed } from './template.ts'

const MOST = 30
const OPTIONS = 20
const chosen: ReadonlyArray<SurveyQuestion['kind']> = ['single', 'multiple', 'rank']
const several: ReadonlyArray<SurveyQuestion['kind']> = ['multiple', 'rank']

/** The template, if this seat may still write in it. */
async function toWrite(tx: Tx, ctx: Context, templateId: string) {
  const committeeId = await committeeOfSeat(tx, ctx)
  authorize(ctx.actor, 'surveyTemplate.edit', { committeeId })
  const template = await findTemplate(tx, templateId, committeeId)
  if (await isFixed(tx, template)) throw new Refusal('conflict', 'template-fixed')
  return template
}

async function keep(tx: Tx, ctx: Context, templateId: string, questions: SurveyQuestion[]) {
  if (breakdownsOf(questions).length < questions.filter((q) => q.breakdown).length)
    throw new Refusal('invalid', 'question-breakdown', { n: BREAKDOWNS })
  await tx.update(surveyTemplates).set({ questions }).where(eq(surveyTemplates.id, templateId))
  await record(tx, ctx, 'surveyTemplate.edit', { subject: templateId }, { questions: questions.length })
  return { id: templateId }
}

const optionsIn = (typed: string | undefined) => [
  ...new Set(
    (typed ?? '')
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter(Boolean),
  ),
]

/** A question as typed; it keeps its number, by which waves are compared. */
function questionOf(id: string, input: WriteQuestion): SurveyQuestion {
  const { kind, text, max, needed, breakdown } = input
  const options = optionsIn(input.options)
  const choosing = chosen.includes(kind)
  if (choosing && (options.length < 2 || options.length > OPTIONS))
    throw new Refusal('invalid', 'question-options', { n: OPTIONS })
  if (options.some((option) => option.length > 60)) throw new Refusal('invalid', 'question-option-long')
  const limits = several.includes(kind) ? options.length : Number.POSITIVE_INFINITY
  if (max !== undefined && max > limits) throw new Refusal('invalid', 'question-max')
  return {
    id,
    kind,
    text,
    ...(choosing ? { options } : {}),
    ...(max !== undefined && (several.includes(kind) || kind === 'number') ? { max } : {}),
    ...(needed ? { needed: true } : {}),
    ...(breakdown ? { breakdown: true } : {}),
  }
}
const freshId = (questions: readonly SurveyQuestion[]) =>
  `Q${questions.reduce((most, { id }) => Math.max(most, Number(id.slice(1)) || 0), 0) + 1}`

/** Writes one question, a new one at the end or one that is there. */
export const writeQuestion = (
  ctx: Context,
  { templateId, questionId, ...input }: WriteQuestion & { templateId: string; questionId: string | null },
) =>
  ctx.transact(async (tx) => {
    const { questions } = await toWrite(tx, ctx, templateId)
    if (questionId === null && questions.length >= MOST)
      throw new Refusal('conflict', 'template-full', { n: MOST })
    const at = questions.findIndex(({ id }) => id === questionId)
    if (questionId !== null && at < 0) throw new Refusal('missing', 'survey-question')
    const question = questionOf(questionId ?? freshId(questions), input)
    const was = questions[at]
    const same = was?.categories && was.options?.join('\n') === question.options?.join('\n')
    const kept = same ? { ...question, categories: was.categories! } : question
    return keep(tx, ctx, templateId, at < 0 ? [...questions, kept] : questions.with(at, kept))
  })

/** Moves a question one place up or down, or takes it out. */
export const orderQuestion = (
  ctx: Context,
  { templateId, questionId, to }: { templateId: string; questionId: string; to: 'up' | 'down' | 'out' },
) =>
  ctx.transact(async (tx) => {
    const { questions } = await toWrite(tx, ctx, templateId)
    const at = questions.findIndex(({ id }) => id === questionId)
    const question = questions[at]
    if (!question) throw new Refusal('missing', 'survey-question')
    const rest = questions.toSpliced(at, 1)
    if (to === 'out') return keep(tx, ctx, templateId, rest)
    const place = Math.min(rest.length, Math.max(0, to === 'up' ? at - 1 : at + 1))
    return keep(tx, ctx, templateId, rest.toSpliced(place, 0, question))
  })
