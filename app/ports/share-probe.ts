import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const keyOf = (share: Buffer, bound: string) =>
  Buffer.from(hkdfSync('sha256', share, Buffer.from('sanshe share'), bound, 32))

/** Test words under a key made of one share alone: a keeper proves with them that his share is still whole. */
export function sealUnderShare(share: Buffer, bound: string, words: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyOf(share, bound), nonce)
  const body = Buffer.concat([cipher.update(words, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')
}

/** The words again, or null: another share, or one that was touched. */
export function openUnderShare(share: Buffer, bound: string, sealed: string): string | null {
  const box = Buffer.from(sealed, 'base64url')
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyOf(share, bound), box.subarray(0, 12))
    decipher.setAuthTag(box.subarray(12, 28))
    return Buffer.concat([decipher.update(box.subarray(28)), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}
