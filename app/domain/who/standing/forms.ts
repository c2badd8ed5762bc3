import { z } from 'zod'
import { inspectionResults, listKinds, registrationKinds } from '#db/vocabulary.ts'
import { typedDate } from '../../typed-date.ts'

const blank = (value: unknown) => (value === '' ? undefined : value)
const date = typedDate('form.date')
const maybeDate = z.preprocess(blank, date.optional())
const words = (max: number) =>
  z.string({ error: 'form.required' }).trim().min(2, 'form.required').max(max, 'form.long')

export const registrationForm = z
  .object({
    registration: z.preprocess(blank, z.enum(registrationKinds, { error: 'form.required' }).optional()),
    supervisorName: z.preprocess(blank, words(80).optional()),
    decoupledOn: maybeDate,
    certificateUntil: maybeDate,
    deregisteredOn: maybeDate,
    filedWith: z.preprocess(blank, words(80).optional()),
    filedOn: maybeDate,
  })
  .strict()
  .refine((r) => r.registration !== 'dual' || r.supervisorName, {
    path: ['supervisorName'],
    message: 'form.register.supervisor',
  })
  .refine((r) => !r.filedWith === !r.filedOn, { path: ['filedOn'], message: 'form.register.filed' })
export const inspectionForm = z
  .object({
    year: z.coerce
      .number({ error: 'form.number' })
      .int('form.number')
      .min(2000, 'form.number')
      .max(2100, 'form.number'),
    result: z.enum(inspectionResults, { error: 'form.required' }),
    concludedOn: date,
  })
  .strict()
export const listForm = z
  .object({
    list: z.enum(listKinds, { error: 'form.required' }),
    from: date,
    /** The day it ends by itself, where the decision says one. */
    to: maybeDate,
    ground: words(200),
  })
  .strict()
  .refine((l) => !l.to || l.to > l.from, { path: ['to'], message: 'form.register.list-ends' })
export const liftListForm = z
  .object({ listingId: z.string().min(1).max(64), to: date, ground: words(200) })
  .strict()
export const reconfirmForm = z
  .object({ sure: z.literal('yes', { error: 'form.register.reconfirm' }) })
  .strict()
