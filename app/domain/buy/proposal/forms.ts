import { z } from 'zod'
import { sum } from '../../money.ts'
import { typedMoney } from '../../typed-money.ts'
import { budgetKinds } from './sections.ts'

const words = (key: string, least: number, most = 2000) =>
  z.string({ error: key }).trim().min(least, key).max(most, 'form.bid.long')
const optional = (most = 300) => z.string().trim().max(most, 'form.bid.long').optional()
const id = z.string({ error: 'form.bid.choose' }).min(1, 'form.bid.choose').max(64)
const ticked = (key: string) => z.literal('yes', { error: key })
const number = (key: string, most = 1_000_000_000) =>
  z.coerce.number({ error: key }).min(0, key).max(most, key)

const money = typedMoney('form.bid.money')

export const organisationForm = z.object({
  contact: words('form.bid.contact', 2, 100),
  /** Why the credit code is right although its check digit fails. */
  override: optional(200),
})
export type OrganisationWords = z.output<typeof organisationForm>

export const nameWorkerForm = z.object({
  certNo: words('form.bid.cert', 3, 60),
  leads: z.enum(['yes', 'no'], { error: 'form.bid.choose' }).transform((v) => v === 'yes'),
})
export type NameWorker = z.output<typeof nameWorkerForm>
export const memberForm = z.object({ memberId: id })
export const invitationForm = z.object({ says: z.enum(['yes', 'no'], { error: 'form.bid.choose' }) })

export const partForm = z.object({ words: words('form.bid.part', 10, 5000) })

/** A row counts once something but its kind is filled in. */
const filledRows = (rows: unknown) =>
  Array.isArray(rows)
    ? rows.filter((r: { label?: unknown; amount?: unknown } | undefined) => r?.label || r?.amount)
    : []
const line = z.object({
  kind: z.enum(budgetKinds, { error: 'form.bid.line-kind' }),
  label: words('form.bid.line-label', 2, 60),
  amount: money,
})
/** 报价表: rows left empty are no rows; what is filled must add up to the price. */
export const budgetForm = z
  .object({
    price: money,
    lines: z.preprocess(filledRows, z.array(line).min(1, 'form.bid.lines').max(30, 'form.bid.long')),
  })
  .refine(({ price, lines }) => sum(lines.map((l) => l.amount)) === price, {
    path: ['price'],
    message: 'form.bid.lines-sum',
  })
export type BudgetSheet = z.output<typeof budgetForm>

export const indicatorsForm = z.object({
  promised: z
    .array(z.object({ code: id, value: number('form.bid.promised') }))
    .max(40, 'form.bid.long')
    .default([]),
})
export type Promised = z.output<typeof indicatorsForm>

export const integrityForm = z.object({
  honest: ticked('form.bid.integrity'),
  noCollusion: ticked('form.bid.integrity'),
  noAssignment: ticked('form.bid.integrity'),
})
export const fileForm = z.object({ file: z.instanceof(File, { error: 'form.bid.file' }) })
export const dropFileForm = z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/) })
export const submitForm = z.object({
  keepDraft: z.enum(['yes', 'no'], { error: 'form.bid.choose' }).transform((v) => v === 'yes'),
})
export const withdrawForm = z.object({ sure: ticked('form.bid.sure') })
export const confirmForm = z.object({ read: ticked('form.bid.read-changes') })
