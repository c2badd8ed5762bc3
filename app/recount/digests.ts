import { hashes, verify } from '@noble/ed25519'
import { sha256 as digest, sha512 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'

hashes.sha512 = sha512

/** The recount's own hashing: WebCrypto is not there on a page without https, nor its Ed25519 on an older phone. */
const bytesOf = (words: string | Uint8Array) =>
  typeof words === 'string' ? new TextEncoder().encode(words) : words
/** As `hash` of node:crypto, for SHA-256 alone. */
export const hash = (_name: 'sha256', words: string | Uint8Array, as: 'hex' | 'binary') => {
  const found = digest(bytesOf(words))
  return as === 'hex' ? bytesToHex(found) : String.fromCharCode(...found)
}
export const sha256 = (words: string) => bytesToHex(digest(bytesOf(words)))

const fromBase64 = (words: string) =>
  Uint8Array.from(atob(words.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0))
/** The last 32 bytes of a DER SubjectPublicKeyInfo are the key itself (RFC 8410). */
const head = '302a300506032b6570032100'

/** As `isSigned` of the vault. */
export function isSigned(signingKey: string, words: string, signature: string): boolean {
  try {
    const key = fromBase64(signingKey)
    if (key.length !== 44 || bytesToHex(key.subarray(0, 12)) !== head) return false
    return verify(fromBase64(signature), bytesOf(words), key.subarray(12), { zip215: false })
  } catch {
    return false
  }
}
