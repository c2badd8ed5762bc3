import { and, eq, isNull, ne } from 'drizzle-orm'
import { Secret } from 'otpauth'
import { z } from 'zod'
import { persons, sessions } from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { Refusal } from '../../refusal.ts'
import { spendWord, tryWord } from './enrol.ts'
import { countTry, hashPassword, isPassword, totpOf } from './give-password.ts'

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
    /** The word handed over with a seat: asked for the first key only. */
    word: z.string().max(40, 'form.long').default(''),
    /** The password so far: asked of whoever has one. */
    old: z.string().max(128, 'form.long').default(''),
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

const ownerOf = async (db: Reader, me: string) =>
  (
    await db
      .select({ login: persons.login, has: persons.passwordHash })
      .from(persons)
      .where(eq(persons.id, me))
  )[0]
const keyOf = async (db: Reader, me: string) => (await ownerOf(db, me))?.has ?? null
/** Whether the person who asks has no key yet, and so needs the word handed over with his seat. */
export const isFirstKey = async ({ db, actor }: Context) => !(await keyOf(db, actor.personId ?? ''))

/** Whoever has a key changes it only in a session begun with it: a message to his telephone is not enough. */
async function refuseWeaker(tx: Tx, ctx: Context, { me, strength, word }: Proof) {
  const has = await keyOf(tx, me)
  if (has && strength !== 'staff') throw new Refusal('forbidden', 'key-needs-key')
  if (has) return
  if (!word) throw new Refusal('forbidden', 'no-enrolment')
  await spendWord(tx, ctx, word)
}
type Proof = { me: string; strength: string; word: string | null }

/** A screen left open is not its owner: who changes a key says the password it had; guesses count like those at the door. */
async function refuseStranger(ctx: Context, { me, here, old }: { me: string; here: string; old: string }) {
  const owner = await ownerOf(ctx.db, me)
  if (!owner?.has) return
  const loginHash = ctx.vault.keyed('login', owner.login ?? '')
  const allowed = await countTry(ctx, { loginHash, address: ctx.vault.keyed('address', here) })
  if (!allowed || !(await isPassword(owner.has, old))) throw new Refusal('invalid', 'wrong-old-password')
}

/** A new key ends every other session its owner had open. */
const endOthers = (tx: Tx, ctx: Context, me: string, here: string) =>
  tx
    .update(sessions)
    .set({ endedAt: ctx.wall.now() })
    .where(and(eq(sessions.personId, me), ne(sessions.id, here), isNull(sessions.endedAt)))

async function refuseTaken(tx: Tx, me: string, login: string) {
  const [taken] = await tx
    .select({ id: persons.id })
    .from(persons)
    .where(and(eq(persons.login, login), ne(persons.id, me)))
  if (taken) throw new Refusal('conflict', 'login-taken')
}

type SetKey = z.output<typeof setKeyForm> & { strength: string; here: string }
/** Sets one's own account, password and 动态口令, proved by the digits it shows now. `here`: the session that asks. */
export async function setKey(ctx: Context, { strength, here, ...input }: SetKey) {
  const me = ctx.actor.personId
  if (!me) throw new Refusal('forbidden', 'sign-in-first')
  const secret = ctx.vault.readable('totp-in-form', input.secret)
  if (!secret) throw new Refusal('invalid', 'wrong-digits')
  const delta = totpOf(secret).validate({ token: input.totp, window: 1, timestamp: ctx.wall.now().getTime() })
  if (delta === null) throw new Refusal('invalid', 'wrong-digits')
  if (strength === 'staff') await refuseStranger(ctx, { me, here, old: input.old })
  const word = (await isFirstKey(ctx)) ? await tryWord(ctx, me, input.word) : null
  const passwordHash = await hashPassword(input.password)
  return ctx.transact(async (tx) => {
    await refuseWeaker(tx, ctx, { me, strength, word })
    await refuseTaken(tx, me, input.login)
    await tx
      .update(persons)
      .set({ login: input.login, passwordHash, totpSealed: ctx.vault.seal('totp', secret) })
      .where(eq(persons.id, me))
    await endOthers(tx, ctx, me, here)
    await record(tx, ctx, 'key.set', { subject: me })
    return { personId: me }
  })
}
