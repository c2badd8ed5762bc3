import { contentKeyOf, gathered, headSize, openParts, type Parts, sealParts } from '#app/ports/envelope.ts'
import { publicKeyOf } from '#app/ports/trustee-keys.ts'
import type { Envelope } from './find-keepers.ts'

/** Public keys are kept as DER; the last 32 bytes are the key itself (RFC 8410). */
export const bareKey = (publicKey: string) =>
  new Uint8Array(Buffer.from(publicKey, 'base64url').subarray(-32))
export const pairOf = (privateKey: Buffer) => ({
  privateKey: new Uint8Array(privateKey),
  publicKey: bareKey(publicKeyOf(privateKey)),
})
export type KeyPair = ReturnType<typeof pairOf>

type Bidder = { tenderId: string; supplierId: string }
/** What an envelope is bound to: it opens for no other call, bidder, version or envelope. */
export const envelopeBound = ({ tenderId, supplierId }: Bidder, version: number, envelope: Envelope) =>
  `${tenderId}:${supplierId}:${version}:${envelope}`
/** A file is bound to call, bidder and its own fingerprint; the version that names it is bound to the version. */
export const fileBound = ({ tenderId, supplierId }: Bidder, hash: string) =>
  `${tenderId}:${supplierId}:file:${hash}`

export const sealBytes = async (publicKey: string, bound: string, plain: Parts) =>
  Buffer.from(await gathered(sealParts(bareKey(publicKey), bound, plain)))
export const sealText = async (publicKey: string, bound: string, words: string) =>
  (await sealBytes(publicKey, bound, [Buffer.from(words)])).toString('base64url')

/** The words of one envelope, or null: another key, other bound words, or a byte that was touched. */
export async function openText(pair: KeyPair, bound: string, sealed: string): Promise<string | null> {
  const bytes = Buffer.from(sealed, 'base64url')
  const key = await contentKeyOf(bytes.subarray(0, headSize), pair, bound)
  if (!key) return null
  const plain = await gathered(openParts(key, [bytes])).catch(() => null)
  key.fill(0)
  return plain && Buffer.from(plain).toString('utf8')
}
