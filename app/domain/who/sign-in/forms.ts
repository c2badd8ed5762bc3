import { z } from 'zod'

/** A mainland mobile number as people type it: spaces, dashes and +86 do not matter. */
const phone = z
  .string({ error: 'form.phone' })
  .transform((typed) =>
    typed
      .normalize('NFKC')
      .replace(/[\s-]/g, '')
      .replace(/^\+?86/, ''),
  )
  .pipe(z.string().regex(/^1\d{10}$/, 'form.phone'))

export const askCodeForm = z.object({ phone }).strict()
export const giveCodeForm = z
  .object({
    codeId: z.string({ error: 'form.code' }).max(64),
    code: z
      .string({ error: 'form.code' })
      .transform((typed) => typed.normalize('NFKC').replace(/\D/g, ''))
      .pipe(z.string().regex(/^\d{6}$/, 'form.code')),
  })
  .strict()
export const passwordForm = z
  .object({
    login: z.string({ error: 'form.login' }).trim().min(1, 'form.login').max(64, 'form.login'),
    password: z.string({ error: 'form.password' }).min(1, 'form.password').max(128, 'form.password'),
    totp: z
      .string({ error: 'form.totp' })
      .transform((typed) => typed.normalize('NFKC').replace(/\D/g, ''))
      .pipe(z.string().regex(/^\d{6}$/, 'form.totp')),
  })
  .strict()
export const demoSignInForm = z.object({ personId: z.string({ error: 'form.required' }).max(64) }).strict()
export const codeForm = giveCodeForm.pick({ code: true })
