import { z } from 'zod'
import { diaryKinds } from '#db/vocabulary.ts'
import { typedDate } from '../../typed-date.ts'

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

export const activityForm = z.object({
  kind: z.enum(diaryKinds, { error: 'form.diary.kind' }),
  heldOn: typedDate('form.diary.held-on'),
  title: words('form.diary.title', 60),
  words: words('form.diary.words'),
  minutes: whole('form.diary.minutes', 24 * 60),
  personTimes: whole('form.diary.person-times', 100_000).optional(),
  came: z.array(z.string()).default([]),
  photos: z
    .array(z.instanceof(File))
    .default([])
    .transform((all) => all.filter((file) => file.size > 0))
    .refine((all) => all.length <= 3, 'form.diary.photos')
    .refine((all) => all.every((file) => file.size <= 8 * 1024 * 1024), 'form.diary.photo-size'),
})
export type ActivityWords = Omit<z.output<typeof activityForm>, 'photos'>
/** Photographs come as bytes: what the browser called them is never believed. */
export type RecordActivity = ActivityWords & { contractId: string; photos?: readonly Buffer[] }
