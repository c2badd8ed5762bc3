import { hash, verify } from '@node-rs/argon2'
import { and, eq, isNull, lt, lte, or, type SQL } from 'drizzle-orm'
import { Secret, TOTP } from 'otpauth'
import { persons, signInTries } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { Refusal } from '../../refusal.ts'
import { type From, startSession } from '../session/start-session.ts'

/** How many wrong tries in a quarter of an hour: for one account, from one address, and from everyone together. */
const most = { login: 5, address: 50, everyone: 2_000 }
const within = 15 * 60_000
type Person = typeof persons.$inferSelect

export const totpOf = (secret: string) =>
  new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30 })
export const hashPassword = (password: string) => hash(password)
export const isPassword = (kept: string, typed: string) => verify(kept, typed)
/** Verified when nobody has that name, so that the answer takes as long: made as any password's is, once and for all. */
export const nobodysHash =
  '$argon2id$v=19$m=19456,t=2,p=1$kkDBELJoGbWqP71ubwuWYg$bPANXY4nONX+IVRhA8HPWDi4QTZoJCs6UOOZDOyJg0o'

/** The step of a right, unused 动态口令; null otherwise. */
function stepOf(ctx: Context, person: Person, typed: string): number | null {
  if (!person.totpSealed) return null
  const totp = totpOf(ctx.vault.open('totp', person.totpSealed))
  const now = ctx.wall.now().getTime()
  const delta = totp.validate({ token: typed, window: 1, timestamp: now })
  if (delta === null) return null
  const step = Math.floor(now / 30_000) + delta
  return step > (person.totpLastStep ?? 0) ? step : null
}

type Try = { loginHash: string; address: string }
/** Writes the try down before the password is looked at, so that no number of tries at once is more than the limit. */
export const countTry = (ctx: Context, of: Try) =>
  ctx.transact(async (tx) => {
    await tx.delete(signInTries).where(lte(signInTries.at, new Date(ctx.wall.now().getTime() - within)))
    const made = (where?: SQL) => tx.$count(signInTries, where)
    const over =
      (await made(eq(signInTries.loginHash, of.loginHash))) >= most.login ||
      (await made(eq(signInTries.address, of.address))) >= most.address ||
      (await made()) >= most.everyone
    if (!over) await tx.insert(signInTries).values({ ...of, at: ctx.wall.now() })
    return !over
  })

/** Begins the session; of two who bring the same digits one comes in, and the wrong tries before are forgiven. */
const enter = (ctx: Context, personId: string, step: number, from: From, { loginHash }: Try) =>
  ctx.transact(async (tx) => {
    const unused = or(isNull(persons.totpLastStep), lt(persons.totpLastStep, step))
    const used = await tx
      .update(persons)
      .set({ totpLastStep: step })
      .where(and(eq(persons.id, personId), unused))
      .returning({ id: persons.id })
    if (!used.length) throw new Refusal('invalid', 'wrong-password')
    await tx.delete(signInTries).where(eq(signInTries.loginHash, loginHash))
    const token = await startSession(tx, ctx, { personId, strength: 'staff', from })
    await record(tx, ctx, 'session.start', { subject: personId }, { by: 'password' })
    return { token }
  })

type Given = { login: string; password: string; totp: string; address: string } & From
/** Signs staff in with password and 动态口令; the answer and the work are the same whatever was wrong. */
export async function givePassword(ctx: Context, { login, password, totp, address, ...from }: Given) {
  const tried = {
    loginHash: ctx.vault.keyed('login', login),
    address: ctx.vault.keyed('address', address),
  }
  const allowed = await countTry(ctx, tried)
  const [person] = await ctx.db.select().from(persons).where(eq(persons.login, login))
  const known = await verify(person?.passwordHash ?? nobodysHash, password)
  const step = person ? stepOf(ctx, person, totp) : null
  if (!allowed || !person || !known || step === null) throw new Refusal('invalid', 'wrong-password')
  return enter(ctx, person.id, step, from, tried)
}
