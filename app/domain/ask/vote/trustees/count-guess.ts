import { and, eq, gt } from 'drizzle-orm'
import { signInTries } from '#db/schema/index.ts'
import type { Context } from '../../../context.ts'
import { record } from '../../../journal.ts'
import { Refusal } from '../../../refusal.ts'
import type { Trustee } from './find-trustees.ts'

/** How often in a quarter of an hour words may be typed that do not open what they are said to open. */
const most = 5
const minutes = 15

const lockOf = (ctx: Context, lock: string) => ctx.vault.keyed('trustee-words', lock)

/** Writes the try down before the words are looked at, so that no number of tries at once is more than the limit. */
export const countGuess = (ctx: Context, lock: string) =>
  ctx.transact(async (tx) => {
    const [loginHash, at] = [lockOf(ctx, lock), ctx.wall.now()]
    const lately = gt(signInTries.at, new Date(at.getTime() - minutes * 60_000))
    const made = await tx.$count(signInTries, and(eq(signInTries.loginHash, loginHash), lately))
    if (made >= most) throw new Refusal('conflict', 'passphrase-rests', { n: minutes })
    await tx.insert(signInTries).values({ loginHash, address: loginHash, at })
    return { lock }
  })

/** The right words forgive the wrong ones before them. */
export const forgiveGuesses = (ctx: Context, lock: string) =>
  ctx.transact(async (tx) => {
    await tx.delete(signInTries).where(eq(signInTries.loginHash, lockOf(ctx, lock)))
    return { lock }
  })

/** Wrong words are journalled by whose they should have been: never the words. */
export const noteWrongWords = (ctx: Context, roundId: string, of: readonly Pick<Trustee, 'kind'>[]) =>
  ctx.transact(async (tx) => {
    await record(tx, ctx, 'trustee.wrong_words', { subject: roundId }, { of: of.map(({ kind }) => kind) })
    return { id: roundId }
  })
