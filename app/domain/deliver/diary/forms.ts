import { z } from 'zod'
import { typedDate } from '../../typed-date.ts'
import { photosField } from './photos.ts'

const words = (missing: string, most = 2000) =>
  z.string({ error: missing }).trim().min(1, missing).max(most, 'form.deliver.too-long')
const whole = (wrong: string, most: number) =>
  z.coerce.number({ error: wrong }).int(wrong).min(0, wrong).max(most, wrong)

export const serviceUserForm = z.object({
  label: words('form.service-user.label', 30),
  phone: z
    .string()
    .optional()
    .transform((typed) => typed?.normalize('NFKC').replace(/[\s-]/g, '') || undefined)
    .refine((phone) => phone === undefined || /^1\d{10}$/.test(phone), 'form.service-user.phone'),
})
export type AddServiceUser = z.output<typeof serviceUserForm> & { contractId: string }

/** What the diary is written of; 个案 has its own file, and its notes bring their count along. */
export const activityKinds = ['activity', 'groupWork', 'visit', 'meeting'] as const
export const activityForm = z.object({
  kind: z.enum(activityKinds, { error: 'form.diary.kind' }),
  heldOn: typedDate('form.diary.held-on'),
  title: words('form.diary.title', 60),
  words: words('form.diary.words'),
  minutes: whole('form.diary.minutes', 24 * 60),
  personTimes: whole('form.diary.person-times', 100_000).optional(),
  came: z.array(z.string()).default([]),
  /** Made when the form was opened. */
  formId: z
    .string()
    .regex(/^[0-9a-z]{20}$/)
    .optional()
    .catch(undefined),
  /** 这是另一次: the same service of that day was recorded already, and this was another. */
  another: z.literal('yes').optional().catch(undefined),
  photos: photosField,
})
export type ActivityWords = Omit<z.output<typeof activityForm>, 'photos'>
/** Photographs come as bytes: what the browser called them is never believed. */
export type RecordActivity = ActivityWords & { contractId: string; photos?: readonly Buffer[] }

export const sessionKinds = ['activity', 'groupWork', 'meeting'] as const
export const sessionForm = z.object({
  kind: z.enum(sessionKinds, { error: 'form.diary.kind' }),
  title: words('form.diary.title', 60),
  place: words('form.session.place', 60),
  heldOn: typedDate('form.diary.held-on'),
})
export type SessionWords = z.output<typeof sessionForm> & { contractId: string }
export const hereForm = z.object({
  code: z
    .string({ error: 'form.care.code' })
    .transform((typed) => typed.normalize('NFKC').replace(/\s/g, ''))
    .refine((typed) => /^\d{6}$/.test(typed), 'form.care.code'),
})
export const sheetForm = z.object({ came: z.array(z.string()).default([]) })
export const closeSessionForm = z.object({
  minutes: whole('form.diary.minutes', 24 * 60),
  words: words('form.diary.words'),
  personTimes: whole('form.diary.person-times', 100_000).optional(),
  photos: photosField,
})
