import { z } from 'zod'
import { partyKinds, placeLevels } from '#db/vocabulary.ts'
import { askCodeForm } from './sign-in/forms.ts'

const id = z.string().max(64)
const words = (max: number) =>
  z.string({ error: 'form.required' }).trim().min(1, 'form.required').max(max, 'form.long')
export const registerPlaceForm = z
  .object({
    level: z.enum(placeLevels, { error: 'form.required' }),
    code: z
      .string({ error: 'form.place-code' })
      .trim()
      .regex(/^(\d{6}|\d{9}|\d{12}|\d{15})$/, 'form.place-code'),
    name: words(60),
    parentId: id.optional(),
    households: z.coerce
      .number({ error: 'form.number' })
      .int('form.number')
      .min(0, 'form.number')
      .max(1_000_000, 'form.number')
      .optional(),
    phone: z
      .string()
      .trim()
      .regex(/^\+?[\d -]{5,20}$/, 'form.place-phone')
      .optional(),
  })
  .strict()
export const registerPartyForm = z
  .object({
    kind: z.enum(partyKinds, { error: 'form.required' }),
    name: words(80),
    uscc: z
      .string()
      .transform((typed) => typed.normalize('NFKC').replace(/\s/g, '').toUpperCase())
      .pipe(z.string().regex(/^[0-9A-Z]{18}$/, 'form.uscc'))
      .optional(),
    usccOverride: z.string().trim().min(4, 'form.reason').max(200, 'form.long').optional(),
    placeId: id.optional(),
    streetId: id.optional(),
  })
  .strict()
export const registerPersonForm = z
  .object({ name: words(40), phone: askCodeForm.shape.phone.optional(), communityId: id.optional() })
  .strict()
