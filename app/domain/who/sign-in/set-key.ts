import { and, eq, ne } from 'drizzle-orm'
import { Secret } from 'otpauth'
import { z } from 'zod'
import { persons } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { Refusal } from '../../refusal.ts'
import { hashPassword, totpOf } from './give-password.ts'

/** Words a password may not lean on: the product's, the streets', the usual ones. */
const common = /password|sanshe|123456|qwerty|111111|abc123|admin|shequ|jiedao|woaini|5201314/i
const required = { error: 'form.required' }
export const setKeyForm = z
  .object({
    login: z
      .string(required)
      .trim()
      .regex(/^[a-z0-9][a-z0-9._-]{2,31}$/, 'form.login.shape'),
    password: z
      .string({ error: 'form.password.short' })
      .min(12, 'form.password.short')
      .max(128, 'form.password.long')
      .refine((typed) => !common.test(typed) && new Set(typed).size > 4, 'form.password.common'),
    secret: z.string(required).max(400),
    totp: z
      .string({ error: 'form.totp' })
      .transform((typed) => typed.normalize('NFKC').replace(/\D/g, ''))
      .pipe(z.string().regex(/^\d{6}$/, 'form.totp')),
  })
  .strict()

/** A fresh secret for the person's authenticator; it travels in the form, sealed. */
export function freshSecret(ctx: Context) {
  const secret = new Secret({ size: 20 }).base32
  return {
    secret: ctx.vault.seal('totp-in-form', secret),
    shown: secret.replace(/(.{4})/g, '$1 ').trim(),
    uri: totpOf(secret).toString(),
  }
}

/** Sets one's own account, password and 动态口令, proved by the digits it shows now. */
export async function setKey(ctx: Context, input: z.output<typeof setKeyForm>) {
  const me = ctx.actor.personId
  if (!me) throw new Refusal('forbidden', 'sign-in-first')
  const secret = ctx.vault.open('totp-in-form', input.secret)
  const delta = totpOf(secret).validate({ token: input.totp, window: 1, timestamp: ctx.wall.now().getTime() })
  if (delta === null) throw new Refusal('invalid', 'wrong-digits')
  const passwordHash = await hashPassword(input.password)
  return ctx.transact(async (tx) => {
    const [taken] = await tx
      .select({ id: persons.id })
      .from(persons)
      .where(and(eq(persons.login, input.login), ne(persons.id, me)))
    if (taken) throw new Refusal('conflict', 'login-taken')
    await tx
      .update(persons)
      .set({ login: input.login, passwordHash, totpSealed: ctx.vault.seal('totp', secret) })
      .where(eq(persons.id, me))
    await record(tx, ctx, 'key.set', { subject: me })
    return { personId: me }
  })
}
