import { z } from 'zod'
import { careConfirmations } from '#db/vocabulary.ts'
import { typedDate } from '../../typed-date.ts'
import { photosField } from '../diary/photos.ts'

const words = (key: string, least: number, most = 1000) =>
  z.string({ error: key }).trim().min(least, key).max(most, 'form.long')
const id = (key: string) => z.string({ error: key }).min(1, key).max(64)
const ticked = z.preprocess((v) => v === 'yes', z.boolean())
/** A code as people type it: spaces and full-width digits do not matter. */
const code = z
  .string({ error: 'form.care.code' })
  .transform((typed) => typed.normalize('NFKC').replace(/\s/g, ''))
  .refine((typed) => /^\d{6}$/.test(typed), 'form.care.code')
const day = typedDate('form.care.day')

export const applyCareForm = z.object({
  personId: id('form.order.person'),
  frameworkId: id('form.care.framework'),
  livesAlone: ticked,
  lowIncome: ticked,
  address: words('form.care.address', 4, 300),
})
export type ApplyCare = z.output<typeof applyCareForm>
/** Answers come as `answers.CODE`; which there must be, the form's version says. */
export const assessForm = z.object({
  answers: z
    .record(z.string().max(20), z.string().max(20))
    .default({})
    .transform((given) => Object.entries(given).map(([code, value]) => `${code}=${value}`)),
})
export const grantForm = z.object({ from: day })
export const careReasonForm = z.object({ reason: words('form.care.reason', 4, 500) })
export const emptyForm = z.object({})
export const leaveForm = z.object({ photos: photosField })

export const visitForm = z.object({
  itemId: id('form.order.item'),
  providerId: id('form.order.provider'),
  quantity: z.coerce
    .number({ error: 'form.order.quantity' })
    .int('form.order.quantity')
    .min(1, 'form.order.quantity')
    .max(31, 'form.order.quantity'),
  wishedOn: day,
  hour: z.string({ error: 'form.care.hour' }).regex(/^(0[6-9]|1\d|20):[03]0$/, 'form.care.hour'),
})
export type VisitWords = z.output<typeof visitForm>
export const acceptVisitForm = z.object({ aideId: id('form.care.aide') })
export const codeForm = z.object({ code })
export const phoneCheckForm = z.object({ on: day })
export const confirmForHerForm = z
  .object({
    via: z.enum(careConfirmations, { error: 'form.care.via' }).extract(['paper', 'phone'], {
      error: 'form.care.via',
    }),
    sheetNo: z.string().trim().max(40, 'form.long').default(''),
  })
  .refine(({ via, sheetNo }) => via === 'phone' || sheetNo.length > 0, {
    message: 'form.care.sheet',
    path: ['sheetNo'],
  })
export type ConfirmForHer = z.output<typeof confirmForHerForm>
export const redoForm = z.object({ reason: words('form.care.reason', 2, 500), wishedOn: day })
export const complaintForm = z.object({ words: words('form.care.complaint', 4) })
export const replyForm = z.object({ words: words('form.care.reply', 4) })
/** At a desk the person is known by her telephone. */
export const applyByPhoneForm = applyCareForm.omit({ personId: true }).extend({
  phone: z
    .string({ error: 'form.phone' })
    .transform((typed) => typed.normalize('NFKC').replace(/[\s-]/g, ''))
    .refine((typed) => /^1\d{10}$/.test(typed), 'form.phone'),
})
