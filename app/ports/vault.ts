import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  diffieHellman,
  generateKeyPairSync,
  hash,
  hkdfSync,
  type KeyObject,
  randomBytes,
  sign,
  verify,
} from 'node:crypto'
import { fullCost, type GuessCost } from './trustee-keys.ts'

/** Sealing and hashing with the server's own secret. Primitives from node:crypto only. */
export type Vault = {
  /** Keyed hash to find a row by something we do not store readable. */
  keyed: (purpose: string, words: string) => string
  seal: (purpose: string, plain: string) => string
  open: (purpose: string, sealed: string) => string
  /** A fresh key of one tender or round: public half readable, private half wrapped. */
  freshKey: () => { publicKey: string; keyWrapped: string }
  /** Seals to a public key; `bound` (call, bidder, version) must be the same at opening. */
  sealTo: (publicKey: string, plain: string, bound: string) => string
  openWith: (keyWrapped: string, sealed: string, bound: string) => string
  /** As `open`, for words that came from outside: null when they are not ours. */
  readable: (purpose: string, sealed: string) => string | null
  readableWith: (keyWrapped: string, sealed: string, bound: string) => string | null
  /** Opens what was sealed to a round, with its private key put together again or unwrapped: null when it is not whole. */
  opener: (key: Buffer) => (sealed: string, bound: string) => string | null
  /** The bare private key of `freshKey`. */
  unwrapped: (keyWrapped: string) => Buffer
  /** 回执: signed with the server's own Ed25519 key, which anybody checks with `signingKey`. */
  sign: (words: string) => string
  signingKey: string
  /** How dear a guess of a trustee's passphrase is made. */
  guessCost: GuessCost
}

export const sha256 = (words: string | Buffer) => hash('sha256', words, 'hex')

const iv = 12
const tag = 16
function encrypt(key: KeyObject, plain: string, aad: string) {
  const nonce = randomBytes(iv)
  const c = createCipheriv('aes-256-gcm', key, nonce)
  c.setAAD(Buffer.from(aad))
  const body = Buffer.concat([c.update(plain, 'utf8'), c.final()])
  return Buffer.concat([nonce, c.getAuthTag(), body])
}
function decrypt(key: KeyObject, box: Buffer, aad: string) {
  const d = createDecipheriv('aes-256-gcm', key, box.subarray(0, iv))
  d.setAAD(Buffer.from(aad))
  d.setAuthTag(box.subarray(iv, iv + tag))
  return Buffer.concat([d.update(box.subarray(iv + tag)), d.final()]).toString('utf8')
}
/** A key as Node knows one: of bare bytes it asks twice at each use whether they are a key, which costs more than the cipher. */
const derive = (secret: Buffer, salt: Buffer, info: string) =>
  createSecretKey(Buffer.from(hkdfSync('sha256', createSecretKey(secret), salt, info, 32)))
const publicOf = (raw: string) =>
  createPublicKey({ key: Buffer.from(raw, 'base64url'), format: 'der', type: 'spki' })

const sealedTo = new Map<string, ReturnType<typeof publicOf>>()
/** The key of a round or tender, read once: thousands of ballots are sealed to one. Only a few are kept. */
function sealingKey(publicKey: string) {
  const key = sealedTo.get(publicKey) ?? publicOf(publicKey)
  if (sealedTo.size < 64) sealedTo.set(publicKey, key)
  return key
}

/** X25519 + HKDF-SHA-256 + AES-256-GCM, the bound words as additional data. */
function sealTo(publicKey: string, plain: string, bound: string) {
  const mine = generateKeyPairSync('x25519')
  const shared = diffieHellman({ privateKey: mine.privateKey, publicKey: sealingKey(publicKey) })
  const mineRaw = mine.publicKey.export({ format: 'der', type: 'spki' })
  const box = encrypt(derive(shared, mineRaw, 'sanshe seal'), plain, bound)
  return `${mineRaw.toString('base64url')}.${box.toString('base64url')}`
}

function openSealed(privateRaw: string, sealed: string, bound: string) {
  const key = Buffer.from(privateRaw, 'base64url')
  const privateKey = createPrivateKey({ key, format: 'der', type: 'pkcs8' })
  const [raw = '', box = ''] = sealed.split('.')
  const shared = diffieHellman({ privateKey, publicKey: publicOf(raw) })
  const secretKey = derive(shared, Buffer.from(raw, 'base64url'), 'sanshe seal')
  return decrypt(secretKey, Buffer.from(box, 'base64url'), bound)
}

/** Both halves of a fresh key, as words. */
function freshPair() {
  const pair = generateKeyPairSync('x25519')
  const bytes = (k: typeof pair.publicKey | typeof pair.privateKey, type: 'spki' | 'pkcs8') =>
    (k.export as (o: object) => Buffer).call(k, { format: 'der', type }).toString('base64url')
  return { publicKey: bytes(pair.publicKey, 'spki'), privateKey: bytes(pair.privateKey, 'pkcs8') }
}

const orNull =
  <A extends unknown[]>(read: (...args: A) => string) =>
  (...args: A): string | null => {
    try {
      return read(...args)
    } catch {
      return null
    }
  }

/** Opens ballots one after the other with one key. */
export function opener(key: Buffer) {
  const privateKey = createPrivateKey({ key: bareKey(key), format: 'der', type: 'pkcs8' })
  return orNull((sealed: string, bound: string) => {
    const dot = sealed.indexOf('.')
    const raw = Buffer.from(sealed.slice(0, dot), 'base64url')
    const box = Buffer.from(sealed.slice(dot + 1), 'base64url')
    const shared = diffieHellman({
      privateKey,
      publicKey: createPublicKey({ key: raw, format: 'der', type: 'spki' }),
    })
    return decrypt(derive(shared, raw, 'sanshe seal'), box, bound)
  })
}
const pkcs8 = Buffer.from('302e020100300506032b656e04220420', 'hex')
const bareKey = (key: Buffer) => (key.length === 32 ? Buffer.concat([pkcs8, key]) : key)

/** Whether `signature` is that of `words` under a published signing key. */
export function isSigned(signingKey: string, words: string, signature: string): boolean {
  try {
    return verify(null, Buffer.from(words), publicOf(signingKey), Buffer.from(signature, 'base64url'))
  } catch {
    return false
  }
}
const ed25519 = Buffer.from('302e020100300506032b657004220420', 'hex')

/** The server's own hand under receipts and boxes, from its secret: the same after every start. */
function signerOf(seed: Buffer): Pick<Vault, 'sign' | 'signingKey'> {
  const key = Buffer.concat([ed25519, seed])
  const signer = createPrivateKey({ key, format: 'der', type: 'pkcs8' })
  return {
    sign: (words) => sign(null, Buffer.from(words), signer).toString('base64url'),
    signingKey: createPublicKey(signer).export({ format: 'der', type: 'spki' }).toString('base64url'),
  }
}

/** A key for each purpose. One that carries an id would grow this without end: only the house's own few words are kept. */
function keysFrom(root: Buffer) {
  const known = new Map<string, KeyObject>()
  return (purpose: string) => {
    const key = known.get(purpose) ?? derive(root, Buffer.from('sanshe'), purpose)
    if (known.size < 64) known.set(purpose, key)
    return key
  }
}

export function openVault(secret: string, guessCost: GuessCost = fullCost): Vault {
  const of = keysFrom(Buffer.from(secret, 'utf8'))
  const seal = (purpose: string, plain: string) => encrypt(of(purpose), plain, purpose).toString('base64url')
  const open = (purpose: string, sealed: string) =>
    decrypt(of(purpose), Buffer.from(sealed, 'base64url'), purpose)
  const openWith = (keyWrapped: string, sealed: string, bound: string) =>
    openSealed(open('key', keyWrapped), sealed, bound)
  return {
    ...signerOf(of('receipts').export()),
    opener,
    unwrapped: (keyWrapped) => Buffer.from(open('key', keyWrapped), 'base64url'),
    guessCost,
    keyed: (purpose, words) => createHmac('sha256', of(purpose)).update(words).digest('base64url'),
    seal,
    open,
    freshKey: () => {
      const { publicKey, privateKey } = freshPair()
      return { publicKey, keyWrapped: seal('key', privateKey) }
    },
    sealTo,
    openWith,
    readable: orNull(open),
    readableWith: orNull(openWith),
  }
}
