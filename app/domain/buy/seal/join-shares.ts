import { openUnderShare } from '#app/ports/share-probe.ts'
import { joinedKey, readShare, unlocked } from '#app/ports/trustee-keys.ts'
import type { Reader } from '#db/store.ts'
import { countGuess, forgiveGuesses } from '../../ask/vote/trustees/count-guess.ts'
import type { TwoKeys } from '../../ask/vote/trustees/forms.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { Refusal } from '../../refusal.ts'
import {
  type Envelope,
  type Keeper,
  keepersOf,
  keysOf,
  lockOf,
  probe,
  shareBound,
  sharesOf,
} from './find-keepers.ts'

export const guessLock = (tenderId: string) => `tender:${tenderId}`

/** Wrong words are journalled by whose they should have been: never the words. */
export const noteWrongWords = (ctx: Context, tenderId: string, of: readonly Pick<Keeper, 'kind'>[]) =>
  ctx.transact(async (tx) => {
    await record(tx, ctx, 'keeper.wrong_words', { subject: tenderId }, { of: of.map(({ kind }) => kind) })
    return { id: tenderId }
  })

/** A keeper's own private half, by his passphrase; null where the words are others. */
export const ownKeyOf = (keeper: Keeper, words: string) =>
  keeper.keyLocked ? unlocked(keeper.keyLocked, words, lockOf(keeper)) : Promise.resolve(null)

/** One keeper's share of one envelope's key: by his passphrase, or typed from his printed sheet. */
async function shareIn(db: Reader, ctx: Context, keeper: Keeper, envelope: Envelope, words: string) {
  const kept = (await sharesOf(db, keeper.id)).find((one) => one.envelope === envelope)
  if (!kept) return null
  const bound = shareBound(keeper, envelope)
  const printed = readShare(words)
  if (printed) return openUnderShare(printed, bound, kept.shareProbe) === probe.words ? printed : null
  const own = await ownKeyOf(keeper, words)
  if (!own) return null
  const share = ctx.vault.opener(own)(kept.shareSealed, bound)
  own.fill(0)
  return share === null ? null : Buffer.from(share, 'base64url')
}

export async function shareOf(ctx: Context, keeper: Keeper, envelope: Envelope, words: string) {
  const share = await shareIn(ctx.db, ctx, keeper, envelope, words)
  if (share) return share
  await noteWrongWords(ctx, keeper.tenderId, [keeper])
  throw new Refusal('invalid', 'passphrase-wrong', { name: keeper.name })
}

export async function pairIn(db: Reader, tenderId: string, keys: Pick<TwoKeys, 'first' | 'second'>) {
  const three = await keepersOf(db, tenderId)
  const [first, second] = [keys.first, keys.second].map((id) => three.find((k) => k.id === id))
  if (!first || !second) throw new Refusal('invalid', 'not-a-trustee')
  if (first === second) throw new Refusal('invalid', 'trustees-two-different')
  return [first, second] as const
}

/** The whole key of two shares; whoever gets it fills it with zeros when done. */
export async function wholeKey(
  ctx: Context,
  tenderId: string,
  envelope: Envelope,
  two: readonly Buffer[],
  pair: readonly Keeper[],
): Promise<Buffer> {
  const made = (await keysOf(ctx.db, tenderId)).find((one) => one.envelope === envelope)
  if (!made) throw new Refusal('conflict', 'call-key-not-made')
  const key = await joinedKey(two, made.publicKey)
  for (const share of two) share.fill(0)
  if (key) return key
  await noteWrongWords(ctx, tenderId, pair)
  throw new Refusal('invalid', 'call-shares-do-not-fit')
}

/** An envelope's private key, from two of the three keepers side by side at one form. */
export async function joinShares(ctx: Context, tenderId: string, envelope: Envelope, keys: TwoKeys) {
  const pair = await pairIn(ctx.db, tenderId, keys)
  await countGuess(ctx, guessLock(tenderId))
  const two = [
    await shareOf(ctx, pair[0], envelope, keys.firstWords),
    await shareOf(ctx, pair[1], envelope, keys.secondWords),
  ]
  const key = await wholeKey(ctx, tenderId, envelope, two, pair)
  await forgiveGuesses(ctx, guessLock(tenderId))
  return { key, pair }
}
