import { z } from 'zod'

const person = z.string({ error: 'form.trustee.person' }).min(1, 'form.trustee.person').max(64)
const words = (missing: string) => z.string({ error: missing }).min(1, missing).max(200, missing)

export const nameTrusteesForm = z.object({ supervision: person, street: person, outside: person }).strict()
export type NamedTrustees = z.output<typeof nameTrusteesForm>

const long = (typed: string) => [...typed.normalize('NFKC').trim()].length >= 12
const varied = (typed: string) => new Set(typed.normalize('NFKC')).size >= 6
/** 口令: twelve characters or more, not the same few over and over, typed twice alike. */
export const confirmTrusteeForm = z
  .object({
    passphrase: words('form.trustee.passphrase')
      .refine(long, 'form.trustee.short')
      .refine(varied, 'form.trustee.plain'),
    again: words('form.trustee.again'),
  })
  .strict()
  .refine((f) => f.passphrase === f.again, { path: ['again'], message: 'form.trustee.differ' })

export const shareForm = z.object({ passphrase: words('form.trustee.passphrase') }).strict()

/** Nothing where the share was handed in from afar. */
const maybe = z.string().max(200, 'form.trustee.passphrase').default('')

/** Two trustees: who, and his passphrase, the printed share from his safe, or nothing where his share waits already. */
export const twoKeysForm = z
  .object({
    first: person,
    firstWords: maybe,
    second: person,
    secondWords: maybe,
  })
  .strict()
  .refine((f) => f.firstWords !== '' || f.secondWords !== '', {
    path: ['secondWords'],
    message: 'form.trustee.passphrase',
  })
  .refine((f) => f.first !== f.second, { path: ['second'], message: 'form.trustee.two' })
export type TwoKeys = z.output<typeof twoKeysForm>
