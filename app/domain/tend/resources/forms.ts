import { z } from 'zod'
import { resourceKinds } from '#db/vocabulary.ts'
import { typedDate } from '../../typed-date.ts'

const words = (key: string, least: number, most = 300) =>
  z.string({ error: key }).trim().min(least, key).max(most, 'form.long')
const hour = (key: string, most: number) =>
  z
    .string({ error: key })
    .regex(/^\d{1,2}$/, key)
    .transform(Number)
    .refine((n) => n <= most, key)
const opening = hour('form.resource.hours', 24).optional()

/** Lent by the hour between two hours, or, with neither, by the day. */
export const resourceForm = z
  .object({
    kind: z.enum(resourceKinds, { error: 'form.resource.kind' }),
    name: words('form.resource.name', 2, 60),
    words: words('form.resource.words', 4),
    address: words('form.resource.address', 2, 100),
    opens: opening,
    closes: opening,
  })
  .refine(
    ({ opens, closes }) => (opens === undefined) === (closes === undefined) && (opens ?? 0) < (closes ?? 24),
    {
      message: 'form.resource.hours',
      path: ['closes'],
    },
  )
export type ResourceWords = z.output<typeof resourceForm>
export const bookingForm = z.object({
  from: typedDate('form.booking.day'),
  to: typedDate('form.booking.day').optional(),
  opens: hour('form.booking.hours', 23).optional(),
  closes: hour('form.booking.hours', 24).optional(),
  purpose: words('form.booking.purpose', 2, 100),
})
export type BookingWords = z.output<typeof bookingForm>
export const refuseBookingForm = z.object({ reason: words('form.booking.reason', 2) })
export const returnBookingForm = z.object({ condition: words('form.booking.condition', 2) })
export const emptyForm = z.object({})
