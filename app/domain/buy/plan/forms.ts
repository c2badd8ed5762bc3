import { z } from 'zod'
import { approvalSteps } from '#db/vocabulary.ts'
import { typedDate } from '../../typed-date.ts'
import { typedMoney } from '../../typed-money.ts'
import { directGroundIds } from './direct-grounds-data.ts'
import { exAnteQuestions } from './ex-ante-data.ts'
import { readLines } from './plan-lines.ts'
import { readEntries } from './read-entries.ts'

const words = (key: string, least: number, most = 2000) =>
  z.string({ error: key }).trim().min(least, key).max(most, 'form.long')
const date = typedDate('form.date')

export const money = typedMoney('form.money')
const ids = z.preprocess(
  (v) => (v === undefined ? [] : Array.isArray(v) ? v : [v]),
  z.array(z.string().max(64)).min(1, 'form.plan.needs').max(20),
)

const yes = z.preprocess((v) => v === 'yes' || v === true, z.boolean()).default(false)
const maybe = (most: number) =>
  z.preprocess((v) => (v === '' ? undefined : v), z.string().trim().max(most, 'form.long').optional())
/** One a line: “上门探访，人次，2080，100，每次不少于 30 分钟”. */
const lines = z
  .string({ error: 'form.plan.lines' })
  .max(8000, 'form.long')
  .transform((typed, check) => {
    const read = readLines(typed)
    if (read) return read
    check.addIssue({ code: 'custom', message: 'form.plan.lines' })
    return z.NEVER
  })
const answers = z.partialRecord(z.enum(exAnteQuestions), z.string().trim().max(1000, 'form.long'))

const planFields = z.object({
  needIds: ids,
  lineId: z.string({ error: 'form.plan.line' }).min(1, 'form.plan.line').max(64),
  methodId: z.string({ error: 'form.plan.route' }).min(1, 'form.plan.route').max(64),
  title: words('form.plan.title', 4, 60),
  amount: money,
  from: date,
  to: date,
  quantity: words('form.plan.quantity', 4, 500),
  goals: words('form.plan.goals', 10),
  whoseDuty: words('form.plan.duty', 4),
  whyNotDirect: words('form.plan.direct', 4),
  individualReason: z.string().trim().max(1000, 'form.long').optional(),
  noEmployment: yes,
  sensitive: yes,
  lines,
  catalogueId: maybe(64),
  years: z.coerce
    .number({ error: 'form.plan.years' })
    .int('form.plan.years')
    .min(1, 'form.plan.years')
    .max(5, 'form.plan.years')
    .default(1),
  yearsReason: maybe(1000),
  exAnte: answers.optional(),
  directGround: z.preprocess(
    (v) => (v === '' ? undefined : v),
    z.enum(directGroundIds, { error: 'form.plan.ground' }).optional(),
  ),
  directWords: maybe(2000),
  soleSupplierId: maybe(64),
})
const inOrder = { path: ['to'], message: 'form.plan.order' }

export const draftPlanForm = planFields.refine((p) => p.from < p.to, inOrder)
export type DraftPlan = z.output<typeof draftPlanForm>

/** Without an opinion only where the handler is not the first to sign. */
export const submitPlanForm = z.object({ opinion: z.string().trim().max(500, 'form.long').default('') })
/** `version` is what the signer read: an edit in between refuses the signature. */
export const signPlanForm = z.object({
  version: z.coerce.number({ error: 'form.plan.version' }).int(),
  opinion: words('form.plan.opinion', 2, 500),
})
export type SignPlan = z.output<typeof signPlanForm>
export const declinePlanForm = z.object({
  how: z.enum(['return', 'reject'], { error: 'form.plan.how' }),
  reason: words('form.plan.reason', 4, 1000),
})
export type DeclinePlan = z.output<typeof declinePlanForm>
/** `version` is the chain the approver read; a step left empty is none. */
export const chainForm = z.object({
  version: z.coerce.number({ error: 'form.plan.version' }).int(),
  steps: z.preprocess(
    (typed) => (Array.isArray(typed) ? typed.filter(Boolean) : []),
    z.array(z.enum(approvalSteps, { error: 'form.chain.step' })).max(approvalSteps.length),
  ),
  ground: words('form.chain.ground', 6, 500),
})
export type SetChain = z.output<typeof chainForm>
export const announceForm = z.object({})
export const objectForm = z.object({ words: words('form.direct.words', 10, 2000) })
export const answerObjectionForm = z.object({
  objectionId: z.string().min(1).max(64),
  how: z.enum(['upheld', 'dismissed'], { error: 'form.direct.how' }),
  answer: words('form.direct.answer', 4, 2000),
})
export type AnswerObjection = z.output<typeof answerObjectionForm>

const number = (most: number) =>
  z.coerce
    .number({ error: 'form.rules.number' })
    .int('form.rules.number')
    .min(1, 'form.rules.number')
    .max(most, 'form.rules.number')
/** A new version of a route, or a route of the place's own, made from one that is there. */
export const routeForm = z.object({
  baseId: z.string().min(1).max(64),
  code: z
    .string({ error: 'form.rules.code' })
    .trim()
    .regex(/^[A-Z][A-Z0-9_]{2,29}$/, 'form.rules.code'),
  name: words('form.rules.name', 2, 40),
  nameEn: words('form.rules.name', 2, 80),
  minAmount: typedMoney('form.money', { zero: true }),
  maxAmount: z.preprocess((v) => (v === '' ? undefined : v), typedMoney('form.money').optional()),
  minProposals: number(20),
  bidDays: number(90),
  /** Left out where the law has them: a route of the law under its own code. */
  objectionDays: z.preprocess((v) => (v === '' ? undefined : v), number(60).optional()),
  placeId: maybe(64),
  offered: yes,
  /** 最后报价: left out, as the version before it. */
  finalOffers: z.preprocess((v) => (v === undefined ? v : v === 'yes' || v === true), z.boolean().optional()),
  from: date,
  basis: words('form.rules.basis', 4, 300),
  ground: words('form.rules.ground', 4, 500),
})
export type SetRoute = z.output<typeof routeForm>

const entryRows = z
  .string({ error: 'form.catalogue.rows' })
  .max(20_000, 'form.long')
  .transform((typed, check) => {
    const read = readEntries(typed)
    if (read) return read
    check.addIssue({ code: 'custom', message: 'form.catalogue.rows' })
    return z.NEVER
  })
export const catalogueForm = z.object({
  rows: entryRows,
  source: words('form.catalogue.source', 4, 200),
  from: date,
})
export type ImportCatalogue = z.output<typeof catalogueForm>
