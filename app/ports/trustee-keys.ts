import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  scrypt,
} from 'node:crypto'
import { combine, split } from 'shamir-secret-sharing'

/** How dear one guess of a passphrase is: scrypt's N, r and p, at OWASP's strength; 32 MB and about a third of a second. */
export type GuessCost = { N: number; r: number; p: number }
export const fullCost: GuessCost = { N: 2 ** 15, r: 8, p: 3 }

const version = 'k1'
const x25519 = Buffer.from('302e020100300506032b656e04220420', 'hex')
const rawOf = (key: KeyObject) => (key.export({ format: 'der', type: 'pkcs8' }) as Buffer).subarray(-32)
const privateOf = (raw: Buffer) =>
  createPrivateKey({ key: Buffer.concat([x25519, raw]), format: 'der', type: 'pkcs8' })
const publicWords = (key: KeyObject) => createPublicKey(key).export({ format: 'der', type: 'spki' })

/** The public half of a private key, as rounds and trustees keep it. */
export const publicKeyOf = (raw: Buffer): string => publicWords(privateOf(raw)).toString('base64url')

/** What was typed, without the accidents of typing: width, and blanks at the ends. */
const typed = (passphrase: string) => passphrase.normalize('NFKC').trim()
const stretch = (passphrase: string, salt: Buffer, { N, r, p }: GuessCost) =>
  new Promise<Buffer>((resolve, reject) =>
    scrypt(typed(passphrase), salt, 32, { N, r, p, maxmem: 160 * N * r }, (error, key) =>
      error ? reject(error) : resolve(key),
    ),
  )

/** A fresh pair of one trustee: the private half leaves here only locked by his passphrase. */
export async function lockedPair(passphrase: string, bound: string, cost: GuessCost) {
  const { privateKey } = generateKeyPairSync('x25519')
  const [raw, salt, nonce] = [rawOf(privateKey), randomBytes(16), randomBytes(12)]
  const cipher = createCipheriv('aes-256-gcm', await stretch(passphrase, salt, cost), nonce)
  cipher.setAAD(Buffer.from(bound))
  const body = Buffer.concat([cipher.update(raw), cipher.final()])
  const keyLocked = [
    version,
    [cost.N, cost.r, cost.p].join(','),
    Buffer.concat([salt, nonce, cipher.getAuthTag(), body]).toString('base64url'),
  ].join('.')
  raw.fill(0)
  return { publicKey: publicWords(privateKey).toString('base64url'), keyLocked }
}

/** The private half again, or null: another passphrase, another trustee's lock, or touched. */
export async function unlocked(keyLocked: string, passphrase: string, bound: string): Promise<Buffer | null> {
  const [, costs = '', box64 = ''] = keyLocked.split('.')
  const [N = 0, r = 0, p = 0] = costs.split(',').map(Number)
  const box = Buffer.from(box64, 'base64url')
  const key = await stretch(passphrase, box.subarray(0, 16), { N, r, p })
  try {
    const d = createDecipheriv('aes-256-gcm', key, box.subarray(16, 28))
    d.setAAD(Buffer.from(bound))
    d.setAuthTag(box.subarray(28, 44))
    return Buffer.concat([d.update(box.subarray(44)), d.final()])
  } catch {
    return null
  }
}

/** A fresh key cut into three shares of which any two make it again; the whole is forgotten here. */
export async function cutKey(): Promise<{ publicKey: string; shares: Buffer[] }> {
  const { privateKey } = generateKeyPairSync('x25519')
  const raw = rawOf(privateKey)
  const shares = await split(new Uint8Array(raw), 3, 2)
  raw.fill(0)
  return {
    publicKey: publicWords(privateKey).toString('base64url'),
    shares: shares.map((s) => Buffer.from(s)),
  }
}

/** The whole key from two shares, or null where they are not two shares of this key. */
export async function joinedKey(shares: readonly Buffer[], publicKey: string): Promise<Buffer | null> {
  try {
    const raw = Buffer.from(await combine(shares.map((s) => new Uint8Array(s))))
    return raw.length === 32 && publicKeyOf(raw) === publicKey ? raw : null
  } catch {
    return null
  }
}

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const checkOf = (share: Buffer) =>
  createHash('sha256').update('sanshe share').update(share).digest().subarray(0, 2)

/** A share as it is printed for the safe: 56 letters and digits by fours, the last of them a check. */
export function printedShare(share: Buffer): string {
  const bits = [...share, ...checkOf(share)].map((b) => b.toString(2).padStart(8, '0')).join('')
  const words = bits.match(/.{5}/g) ?? []
  return words
    .map((five, i) => `${i > 0 && i % 4 === 0 ? '-' : ''}${letters[Number.parseInt(five, 2)]}`)
    .join('')
}

/** A share from its printed sheet, or null where a letter is wrong; O is read as 0, I and L as 1. */
export function readShare(words: string): Buffer | null {
  const plain = words
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s—–_-]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  if (plain.length !== 56 || [...plain].some((c) => !letters.includes(c))) return null
  const bits = [...plain].map((c) => letters.indexOf(c).toString(2).padStart(5, '0')).join('')
  const bytes = Buffer.from((bits.match(/.{8}/g) ?? []).map((b) => Number.parseInt(b, 2)))
  const share = bytes.subarray(0, 33)
  return checkOf(share).equals(bytes.subarray(33)) ? share : null
}
