import { z } from 'zod'
import { burdenKinds } from '#db/vocabulary.ts'

const words = (error: string, least: number, most: number) =>
  z.string({ error }).trim().min(least, error).max(most, 'form.long')
const typed = (value: unknown) => (typeof value === 'string' ? value.normalize('NFKC').trim() : value)
const copies = 'form.burden.copies'
const hours = 'form.burden.hours'
const HOURS = 744

/** 登记一张表: what a department asked for in a month, how often, and what it took. */
export const enterBurdenForm = z
  .object({
    month: z.string({ error: 'form.burden.month' }).regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'form.burden.month'),
    kind: z.enum(burdenKinds, { error: 'form.burden.kind' }),
    office: words('form.burden.office', 2, 40),
    name: words('form.burden.name', 2, 60),
    copies: z.preprocess(
      typed,
      z
        .string({ error: copies })
        .regex(/^\d{1,3}$/, copies)
        .transform(Number)
        .refine((n) => n > 0, copies),
    ),
    hours: z.preprocess(
      typed,
      z
        .string({ error: hours })
        .regex(/^\d{1,3}(\.\d)?$/, hours)
        .transform(Number)
        .refine((n) => n > 0 && n <= HOURS, hours),
    ),
    duty: z.string({ error: 'form.suggestion.duty' }).min(1, 'form.suggestion.duty').max(20),
  })
  .strict()
export type EnterBurden = z.output<typeof enterBurdenForm>

export const strikeBurdenForm = z
  .object({
    id: z.string({ error: 'form.required' }).min(1, 'form.required').max(64),
    reason: words('form.ask.reason', 5, 300),
  })
  .strict()
export type StrikeBurden = z.output<typeof strikeBurdenForm>
