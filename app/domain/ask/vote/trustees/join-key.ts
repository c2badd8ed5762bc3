import { joinedKey, readShare, unlocked } from '#app/ports/trustee-keys.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../../context.ts'
import { Refusal } from '../../../refusal.ts'
import { boundTo, boxOf, type Trustee, trusteesOf } from './find-trustees.ts'
import type { TwoKeys } from './forms.ts'

/** One trustee's share: by his passphrase, or typed from the printed sheet in his safe. */
export async function shareOf(ctx: Context, trustee: Trustee, words: string): Promise<Buffer> {
  const printed = readShare(words)
  if (printed) return printed
  const wrong = new Refusal('invalid', 'passphrase-wrong', { name: trustee.name })
  const own = await unlocked(trustee.keyLocked ?? '', words, boundTo(trustee))
  if (!own) throw wrong
  const share = ctx.vault.opener(own)(trustee.shareSealed ?? '', boundTo(trustee))
  own.fill(0)
  if (share === null) throw wrong
  return Buffer.from(share, 'base64url')
}

/** The round's private key, from two of its three trustees; whoever gets it fills it with zeros when done. */
export async function joinKey(ctx: Context, db: Reader, roundId: string, keys: TwoKeys) {
  const [three, box] = [await trusteesOf(db, roundId), await boxOf(db, roundId)]
  if (!box) throw new Refusal('conflict', 'key-not-made')
  const found = [keys.first, keys.second].map((id) => three.find((t) => t.id === id))
  const [first, second] = found
  if (!first || !second) throw new Refusal('invalid', 'not-a-trustee')
  if (first === second) throw new Refusal('invalid', 'trustees-two-different')
  const shares = await Promise.all([
    shareOf(ctx, first, keys.firstWords),
    shareOf(ctx, second, keys.secondWords),
  ])
  const key = await joinedKey(shares, box.publicKey)
  for (const share of shares) share.fill(0)
  if (!key) throw new Refusal('invalid', 'shares-do-not-fit')
  return { key, box, pair: [first, second] as const }
}
