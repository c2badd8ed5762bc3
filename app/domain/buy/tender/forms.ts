import { z } from 'zod'
import type { QualificationItem } from '#db/schema/index.ts'
import { criterionKinds } from '#db/vocabulary.ts'
import { typedMoment } from '../../typed-date.ts'
import { money } from '../plan/forms.ts'
import { paymentTemplates } from './payment-templates.ts'

export const words = (key: string, least: number, most = 4000) =>
  z.string({ error: key }).trim().min(least, key).max(most, 'form.long')
/** Typed in Asia/Shanghai, `2026-12-02T17:00`. */
const moment = typedMoment('form.datetime')
/** One a line. */
const lines = (key: string) =>
  z
    .string({ error: key })
    .transform((typed) =>
      typed
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter(Boolean),
    )
    .pipe(z.array(z.string().max(300, 'form.long')).min(1, key).max(30, 'form.long'))

export const optional = <T extends z.ZodType>(inner: T) =>
  z.preprocess((v) => (v === '' ? undefined : v), inner.optional())
const ticked = z.preprocess((v) => v === 'yes' || v === true, z.boolean()).default(false)

export type Indicator = { code: string; name: string; unit: string; target: number }
/** One a line: “服务人次，1032，人次”. */
const indicators = z.string({ error: 'form.tender.indicators' }).transform((typed, check) => {
  const rows = typed
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
  const read = rows.map((line, at): Indicator | null => {
    const [name = '', target = '', unit = ''] = line.split(/[，,、\t]/).map((part) => part.trim())
    const number = Number(target)
    return name && unit && target && Number.isFinite(number) && number > 0
      ? { code: `K${at + 1}`, name: name.slice(0, 60), unit: unit.slice(0, 20), target: number }
      : null
  })
  if (read.length > 0 && read.length <= 20 && read.every((r) => r !== null)) return read as Indicator[]
  check.addIssue({ code: 'custom', message: 'form.tender.indicators' })
  return z.NEVER
})

export const tenderForm = z.object({
  title: words('form.tender.title', 4, 60),
  requirement: words('form.tender.requirement', 20, 20_000),
  qualification: lines('form.tender.qualification'),
  indicators,
  ceiling: money,
  paymentTemplate: z
    .string({ error: 'form.tender.payment' })
    .refine((code) => Object.hasOwn(paymentTemplates, code), 'form.tender.payment'),
  deadline: moment,
  questionsClose: moment,
  acceptancePlan: optional(words('form.tender.acceptance', 10, 4000)),
  publicInterest: ticked,
  respondents: optional(
    z.coerce.number({ error: 'form.tender.respondents' }).int('form.tender.respondents').min(0).max(500),
  ),
  finding: optional(words('form.tender.finding', 10, 2000)),
})
type TypedTender = z.output<typeof tenderForm>
type Later = 'acceptancePlan' | 'publicInterest' | 'respondents' | 'finding'
/** What is bought, as its writer has it; what is left out begins as its route usually does. */
export type TenderWords = Omit<TypedTender, Later> &
  Partial<Pick<TypedTender, Later>> & { qualificationItems?: QualificationItem[] }

const points = z.coerce
  .number({ error: 'form.criteria.points' })
  .min(0, 'form.criteria.points')
  .max(100, 'form.criteria.points')
const bands = z
  .object({ A: points.optional(), B: points.optional(), C: points.optional(), D: points.optional() })
  .optional()
const level = z.string().trim().max(200, 'form.long').optional()
const levels = z.object({ A: level, B: level, C: level, D: level }).optional()
/** A row left without a name is taken out. */
export const criteriaForm = z.object({
  criteria: z
    .array(
      z.object({
        code: z
          .string()
          .trim()
          .regex(/^[A-Z0-9]{1,12}$/, 'form.criteria.code')
          .optional(),
        name: z.string().trim().max(40, 'form.long').optional(),
        kind: z.enum(criterionKinds, { error: 'form.criteria.kind' }).default('subjective'),
        max: points.optional(),
        items: z.coerce
          .number({ error: 'form.criteria.items' })
          .int()
          .min(1, 'form.criteria.items')
          .max(10)
          .default(1),
        bands,
        levels,
        guidance: z.string().trim().max(500, 'form.long').optional(),
      }),
    )
    .max(20)
    .default([]),
})
export type CriteriaRows = z.output<typeof criteriaForm>['criteria']

export const reasonForm = z.object({ reason: words('form.reason', 4, 1000) })
export const followForm = z.object({})
export const submitTenderForm = z.object({})
export const publishTenderForm = z.object({
  read: z.literal('yes', { error: 'form.tender.read' }),
})
export const askForm = z.object({ words: words('form.question.words', 5, 500) })
export const answerForm = z.object({
  how: z.enum(['answer', 'reject'], { error: 'form.question.how' }).default('answer'),
  affects: ticked,
  answer: words('form.question.answer', 2, 2000),
})

const changeFields = ['requirement', 'qualification', 'ceiling', 'deadline'] as const
export const amendmentForm = z.object({
  field: z.enum(changeFields, { error: 'form.amendment.field' }),
  was: z.string().trim().max(2000, 'form.long').default(''),
  now: z.string().trim().max(4000, 'form.long').default(''),
  reason: words('form.amendment.reason', 4, 1000),
  material: ticked,
  newDeadline: optional(moment),
})
/** The whole sheet as it is to read, and why. */
export const criteriaChangeForm = criteriaForm.extend({
  reason: words('form.amendment.reason', 4, 1000),
  newDeadline: optional(moment),
})
/** A file that replaces another, or is one more. */
export const documentChangeForm = z.object({
  file: z.instanceof(File, { error: 'form.bid.file' }),
  replacesId: optional(z.string().max(64)),
  reason: words('form.amendment.reason', 4, 1000),
  newDeadline: optional(moment),
})
export type DocumentChange = Omit<z.output<typeof documentChangeForm>, 'file'>
export const documentForm = z.object({ file: z.instanceof(File, { error: 'form.bid.file' }) })
export const dropDocumentForm = z.object({ documentId: z.string().min(1).max(64) })
export type AmendmentWords = z.output<typeof amendmentForm>
export const publishAmendmentForm = z.object({ amendmentId: z.string().max(64) })
