import { z } from 'zod'
import { expertStandingKinds, kinRelations } from '#db/vocabulary.ts'
import { typedDate } from '../../typed-date.ts'
import { askCodeForm } from '../sign-in/forms.ts'

const words = (most: number) =>
  z.string({ error: 'form.required' }).trim().min(1, 'form.required').max(most, 'form.long')
const blank = (value: unknown) => (value === '' ? undefined : value)

/** A suspension or a penalty ends; a removal does not. */
export const noteExpertForm = z
  .object({
    expertId: words(64),
    kind: z.enum(expertStandingKinds, { error: 'form.required' }),
    from: typedDate('form.date'),
    to: z.preprocess(blank, typedDate('form.date').optional()),
    ground: words(200),
  })
  .strict()
  .refine((s) => (s.kind === 'removed' ? s.to === undefined : s.to !== undefined && s.to >= s.from), {
    path: ['to'],
    message: 'form.experts.to',
  })
export const liftForm = z.object({ standingId: words(64), ground: words(200) }).strict()
export const kinForm = z
  .object({
    expertId: words(64),
    phone: askCodeForm.shape.phone,
    relation: z.enum(kinRelations, { error: 'form.required' }),
  })
  .strict()
export const expertWorkForm = z
  .object({
    expertId: words(64),
    employerId: z.preprocess(blank, z.string().max(64).optional()),
    expertise: z.preprocess(blank, z.string().trim().max(300, 'form.long').optional()),
  })
  .strict()
