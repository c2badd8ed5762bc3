import { joinedKey, readShare, unlocked } from '#app/ports/trustee-keys.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../../context.ts'
import { Refusal } from '../../../refusal.ts'
import { countGuess, forgiveGuesses, noteWrongWords } from './count-guess.ts'
import { boundTo, boxOf, type Trustee, trusteesOf } from './find-trustees.ts'
import type { TwoKeys } from './forms.ts'
import { offeredShare } from './offered-share.ts'

async function shareIn(ctx: Context, trustee: Trustee, words: string): Promise<Buffer | null> {
  const printed = readShare(words)
  if (printed) return printed
  const own = await unlocked(trustee.keyLocked ?? '', words, boundTo(trustee))
  if (!own) return null
  const share = ctx.vault.opener(own)(trustee.shareSealed ?? '', boundTo(trustee))
  own.fill(0)
  return share === null ? null : Buffer.from(share, 'base64url')
}

/** One trustee's share: by his passphrase, or typed from the printed sheet in his safe. Wrong words are journalled. */
export async function shareOf(ctx: Context, trustee: Trustee, words: string): Promise<Buffer> {
  const share = await shareIn(ctx, trustee, words)
  if (share) return share
  await noteWrongWords(ctx, trustee.roundId, [trustee])
  throw new Refusal('invalid', 'passphrase-wrong', { name: trustee.name })
}

/** His share as it is brought: typed here, or handed in from afar where nothing is typed. */
async function broughtBy(ctx: Context, trustee: Trustee, words: string): Promise<Buffer> {
  if (words !== '') return shareOf(ctx, trustee, words)
  const share = offeredShare(ctx, trustee)
  if (!share) throw new Refusal('invalid', 'share-not-offered', { name: trustee.name })
  return share
}

async function pairOf(db: Reader, roundId: string, keys: TwoKeys) {
  const three = await trusteesOf(db, roundId)
  const [first, second] = [keys.first, keys.second].map((id) => three.find((t) => t.id === id))
  if (!first || !second) throw new Refusal('invalid', 'not-a-trustee')
  if (first === second) throw new Refusal('invalid', 'trustees-two-different')
  return [first, second] as const
}

/** The round's private key, from two of its three trustees; whoever gets it fills it with zeros when done. */
export async function joinKey(ctx: Context, db: Reader, roundId: string, keys: TwoKeys) {
  const box = await boxOf(db, roundId)
  if (!box) throw new Refusal('conflict', 'key-not-made')
  const pair = await pairOf(db, roundId, keys)
  await countGuess(ctx, roundId)
  const shares = [
    await broughtBy(ctx, pair[0], keys.firstWords),
    await broughtBy(ctx, pair[1], keys.secondWords),
  ]
  const key = await joinedKey(shares, box.publicKey)
  for (const share of shares) share.fill(0)
  if (!key) {
    await noteWrongWords(ctx, roundId, pair)
    throw new Refusal('invalid', 'shares-do-not-fit')
  }
  await forgiveGuesses(ctx, roundId)
  const typed = [keys.firstWords, keys.secondWords]
  const came = (words: string) => words !== '' && readShare(words) === null
  return { key, box, pair, present: pair.filter((_, i) => came(typed[i]!)) }
}
