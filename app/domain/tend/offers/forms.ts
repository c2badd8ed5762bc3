import { z } from 'zod'
import { offerKinds } from '#db/vocabulary.ts'
import { typedDate } from '../../typed-date.ts'
import { typedMoney } from '../../typed-money.ts'

const words = (key: string, least: number, most = 300) =>
  z.string({ error: key }).trim().min(least, key).max(most, 'form.long')
const pieces = z.coerce
  .number({ error: 'form.offer.quantity' })
  .int('form.offer.quantity')
  .min(1, 'form.offer.quantity')
  .max(100_000, 'form.offer.quantity')

/** `line` names what it goes with: `plan:<id>` or `framework:<id>`. */
export const offerForm = z
  .object({
    kind: z.enum(offerKinds, { error: 'form.offer.kind' }),
    line: z.string({ error: 'form.offer.line' }).regex(/^(plan|framework):\w{1,64}$/, 'form.offer.line'),
    title: words('form.offer.title', 2, 60),
    words: words('form.offer.words', 4),
    quantity: pieces,
    unitValue: typedMoney('form.offer.value'),
    valueGround: words('form.offer.ground', 4),
    from: typedDate('form.offer.day'),
    to: typedDate('form.offer.day'),
  })
  .refine(({ from, to }) => from <= to, { message: 'form.offer.order', path: ['to'] })
export type OfferWords = z.output<typeof offerForm>
export const declineOfferForm = z.object({ reason: words('form.offer.reason', 4) })
export const honourForm = z.object({
  code: z
    .string({ error: 'form.offer.code' })
    .transform((typed) => typed.normalize('NFKC').replace(/\s/g, ''))
    .refine((typed) => /^\d{6}$/.test(typed), 'form.offer.code'),
})
export const receiveForm = z.object({ quantity: pieces, receiptNo: words('form.offer.receipt', 2, 40) })
export const emptyForm = z.object({})
