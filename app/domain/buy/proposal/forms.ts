import { z } from 'zod'
import { sum } from '../../money.ts'
import { typedMoney } from '../../typed-money.ts'
import { budgetColumns, budgetLine } from './budget/line-form.ts'
import { type TextKind, textKinds } from './sections.ts'
import {
  bankFault,
  bankFields,
  bankWhole,
  filledRows,
  id,
  number,
  optional,
  seen,
  ticked,
  words,
} from './typed.ts'

const money = typedMoney('form.bid.money')

export const organisationForm = z
  .object({
    contact: words('form.bid.contact', 2, 100),
    /** Why the credit code is right although its check digit fails. */
    override: optional(200),
    ...bankFields,
    seen,
  })
  .refine(bankWhole, bankFault)
export type OrganisationWords = z.output<typeof organisationForm>

export const nameWorkerForm = z.object({
  certNo: words('form.bid.cert', 3, 60),
  leads: z.enum(['yes', 'no'], { error: 'form.bid.choose' }).transform((v) => v === 'yes'),
})
export type NameWorker = z.output<typeof nameWorkerForm>
export const memberForm = z.object({ memberId: id })
export const invitationForm = z.object({ says: z.enum(['yes', 'no'], { error: 'form.bid.choose' }) })

export const partForm = z.object({ words: words('form.bid.part', 10, 5000), seen })

const year = z.coerce
  .number({ error: 'form.bid.year' })
  .int('form.bid.year')
  .min(1990, 'form.bid.year')
  .max(2100, 'form.bid.year')
const past = z.object({
  title: words('form.bid.past-title', 2, 80),
  buyer: words('form.bid.past-buyer', 2, 80),
  year,
  amount: money,
  outcome: words('form.bid.past-outcome', 4, 300),
})
const accounts = z.object({
  year,
  income: typedMoney('form.bid.money', { zero: true }),
  spending: typedMoney('form.bid.money', { zero: true }),
  auditor: z.string().trim().max(80, 'form.bid.long').default(''),
})
/** 业绩和财务: rows left empty are no rows. */
export const recordForm = z.object({
  experience: z.preprocess(
    filledRows('title', 'buyer', 'amount', 'outcome'),
    z.array(past).max(10, 'form.bid.long'),
  ),
  finance: z.preprocess(
    filledRows('income', 'spending', 'auditor'),
    z.array(accounts).max(5, 'form.bid.long'),
  ),
  seen,
})
export type RecordWords = z.output<typeof recordForm>

/** 常备文稿 */
export const textsForm = z
  .object({ methods: optional(3000), safeguarding: optional(3000), complaints: optional(3000), seen })
  .transform(({ seen: stamp, ...texts }) => ({
    seen: stamp,
    texts: Object.fromEntries(
      textKinds.flatMap((kind) => (texts[kind] ? [[kind, texts[kind]]] : [])),
    ) as Partial<Record<TextKind, string>>,
  }))
export type TextWords = Omit<z.output<typeof textsForm>, 'seen'> & { seen?: string }

/** 报价表: rows left empty are no rows; what is filled must add up to the price. */
export const budgetForm = z
  .object({
    price: money,
    lines: z.preprocess(
      filledRows(...budgetColumns),
      z.array(budgetLine).min(1, 'form.bid.lines').max(30, 'form.bid.long'),
    ),
    seen,
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
  seen,
})
export type Promised = z.output<typeof indicatorsForm>

export const integrityForm = z.object({
  honest: ticked('form.bid.integrity'),
  noCollusion: ticked('form.bid.integrity'),
  noAssignment: ticked('form.bid.integrity'),
})
const hex64 = z.string().regex(/^[0-9a-f]{64}$/, 'form.seal.parcel')
/** A field the script left empty is a field that is not there. */
const filled = <T extends z.ZodType>(inner: T) =>
  z.preprocess((v) => (v === '' || (v instanceof File && v.size === 0) ? undefined : v), inner.optional())
/** A file, or one that was sealed in the browser, with the size and fingerprint it had there. */
export const fileForm = z.object({
  file: z.instanceof(File, { error: 'form.bid.file' }),
  size: filled(z.coerce.number({ error: 'form.seal.parcel' }).int().min(1, 'form.seal.parcel')),
  hash: filled(hex64),
})
export const dropFileForm = z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/) })
/** What the script sealed, and what it says it sealed; without it the server seals. */
export const parcelForm = z.object({
  sealed: filled(z.instanceof(File, { error: 'form.seal.parcel' })),
  sealedPrice: filled(z.instanceof(File, { error: 'form.seal.parcel' })),
  version: filled(z.coerce.number({ error: 'form.seal.parcel' }).int()),
  mark: filled(hex64),
  proof: filled(z.string().max(100, 'form.seal.parcel')),
  hashes: filled(z.string().regex(/^[0-9a-f]{64}(,[0-9a-f]{64})?$/, 'form.seal.parcel')),
})
export const submitForm = parcelForm.extend({
  keepDraft: z.enum(['yes', 'no'], { error: 'form.bid.choose' }).transform((v) => v === 'yes'),
})
export type Sending = z.output<typeof submitForm>
export type SentParcel = z.output<typeof parcelForm>
export const withdrawForm = z.object({ sure: ticked('form.bid.sure') })
export const confirmForm = z.object({ read: ticked('form.bid.read-changes') })
