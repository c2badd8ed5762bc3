import { hash, verify } from '@node-rs/argon2'
import { eq } from 'drizzle-orm'
import { Secret, TOTP } from 'otpauth'
import { persons } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { Refusal } from '../../refusal.ts'
import { startSession } from '../session/start-session.ts'

const lockAfter = 5
const lockFor = 15 * 60_000
type Person = typeof persons.$inferSelect

export const totpOf = (secret: string) =>
  new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30 })
export const hashPassword = (password: string) => hash(password)
/** Verified when nobody has that name, so that the answer takes as long. */
const nobodysHash = hash('nobody has this password')

const isLocked = (person: Person, now: Date) =>
  person.failedCount >= lockAfter &&
  person.failedSince !== null &&
  now.getTime() - person.failedSince.getTime() < lockFor

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

const fail = (ctx: Context, person: Person) =>
  ctx.transact(async (tx) => {
    const again = person.failedSince && ctx.wall.now().getTime() - person.failedSince.getTime() < lockFor
    await tx
      .update(persons)
      .set({
        failedCount: again ? person.failedCount + 1 : 1,
        failedSince: again ? person.failedSince : ctx.wall.now(),
      })
      .where(eq(persons.id, person.id))
  })

/** Signs staff in with password and 动态口令; the answer is the same whatever was wrong. */
export async function givePassword(
  ctx: Context,
  input: { login: string; password: string; totp: string; device: string },
) {
  const [person] = await ctx.db.select().from(persons).where(eq(persons.login, input.login))
  const known = await verify(person?.passwordHash ?? (await nobodysHash), input.password)
  const step = person && stepOf(ctx, person, input.totp)
  if (!person || !known || step === null || step === undefined || isLocked(person, ctx.wall.now())) {
    if (person) await fail(ctx, person)
    throw new Refusal('invalid', 'wrong-password')
  }
  return ctx.transact(async (tx) => {
    await tx
      .update(persons)
      .set({ failedCount: 0, failedSince: null, totpLastStep: step })
      .where(eq(persons.id, person.id))
    const token = await startSession(tx, ctx, {
      personId: person.id,
      strength: 'staff',
      device: input.device,
    })
    await record(tx, ctx, 'session.start', { subject: person.id }, { by: 'password' })
    return { token }
  })
}
