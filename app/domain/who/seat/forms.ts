import { z } from 'zod'
import { roles } from '#db/vocabulary.ts'
import { typedDate } from '../../typed-date.ts'
import { askCodeForm } from '../sign-in/forms.ts'

const date = typedDate('form.date')
export const grantSeatForm = z
  .object({
    personId: z.string({ error: 'form.required' }).min(1, 'form.required').max(64),
    role: z.enum(roles, { error: 'form.required' }),
    partyId: z.string({ error: 'form.required' }).min(1, 'form.required').max(64),
    from: date,
    to: date.optional(),
    ground: z.string({ error: 'form.ground' }).trim().min(2, 'form.ground').max(200, 'form.long'),
  })
  .strict()
export type GrantSeat = z.output<typeof grantSeatForm>
const blank = (typed: unknown) => (typed === '' ? undefined : typed)
/** As a page sends it: a person chosen, or known by his whole telephone number. */
export const seatByForm = grantSeatForm
  .extend({
    personId: z.preprocess(blank, grantSeatForm.shape.personId.optional()),
    phone: z.preprocess(blank, askCodeForm.shape.phone.optional()),
  })
  .strict()
export type SeatByForm = z.output<typeof seatByForm>
export const withdrawSeatForm = z
  .object({
    seatId: z.string({ error: 'form.required' }).max(64),
    ground: z.string({ error: 'form.ground' }).trim().min(2, 'form.ground').max(200, 'form.long'),
  })
  .strict()
export const groundForm = withdrawSeatForm.omit({ seatId: true })
export const confirmSeatForm = withdrawSeatForm
export const enrolForm = z.object({}).strict()
