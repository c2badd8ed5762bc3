/**
 * HPKE (RFC 9180), base mode: X25519, HKDF-SHA256, AES-GCM. Written on WebCrypto alone, so that a bidder's browser and
 * the server seal by the very same lines.
 */
const { subtle } = globalThis.crypto
type Bytes = Uint8Array<ArrayBuffer>

const words = new TextEncoder()
const joined = (...parts: readonly Uint8Array[]): Bytes => {
  const all = new Uint8Array(parts.reduce((n, part) => n + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
const two = (n: number) => new Uint8Array([n >> 8, n & 255])
const none = new Uint8Array(0)

const kem = 0x0020
const kdf = 0x0001
/** AES-256-GCM is what proposals use; the RFC's own worked example is of AES-128-GCM. */
const aeads = { 'aes-128-gcm': { id: 0x0001, size: 16 }, 'aes-256-gcm': { id: 0x0002, size: 32 } }
export type Aead = keyof typeof aeads

const kemSuite = joined(words.encode('KEM'), two(kem))
const suiteOf = (aead: Aead) => joined(words.encode('HPKE'), two(kem), two(kdf), two(aeads[aead].id))

async function hmac(key: Uint8Array, of: Uint8Array): Promise<Bytes> {
  // An empty salt is HashLen zeros (RFC 5869 2.2); WebCrypto takes no empty key.
  const raw = joined(key.length === 0 ? new Uint8Array(32) : key)
  const made = await subtle.importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  return new Uint8Array(await subtle.sign('HMAC', made, joined(of)))
}
const extract = (suite: Bytes, salt: Uint8Array, label: string, ikm: Uint8Array) =>
  hmac(salt, joined(words.encode('HPKE-v1'), suite, words.encode(label), ikm))
/** At most one block: no key or nonce here is longer than a hash. */
async function expand(suite: Bytes, prk: Bytes, label: string, info: Uint8Array, size: number) {
  const labelled = joined(two(size), words.encode('HPKE-v1'), suite, words.encode(label), info)
  return (await hmac(prk, joined(labelled, new Uint8Array([1])))).slice(0, size)
}

const publicOf = (raw: Uint8Array) => subtle.importKey('raw', joined(raw), 'X25519', true, [])
const pkcs8 = new Uint8Array([48, 46, 2, 1, 0, 48, 5, 6, 3, 43, 101, 110, 4, 34, 4, 32])
const privateOf = (raw: Uint8Array) =>
  subtle.importKey('pkcs8', joined(pkcs8, raw), 'X25519', false, ['deriveBits'])

async function sharedSecret(own: CryptoKey, theirs: Uint8Array, context: Bytes): Promise<Bytes> {
  const dh = new Uint8Array(
    await subtle.deriveBits({ name: 'X25519', public: await publicOf(theirs) }, own, 256),
  )
  // WebCrypto refuses the all-zero result itself; said again here, since RFC 9180 7.1.4 asks for it.
  if (dh.every((byte) => byte === 0)) throw new Error('a key of small order')
  return expand(kemSuite, await extract(kemSuite, none, 'eae_prk', dh), 'shared_secret', context, 32)
}

async function schedule(aead: Aead, secret: Bytes, info: Uint8Array) {
  const suite = suiteOf(aead)
  const [pskHash, infoHash] = [
    await extract(suite, none, 'psk_id_hash', none),
    await extract(suite, none, 'info_hash', info),
  ]
  const context = joined(new Uint8Array([0]), pskHash, infoHash)
  const prk = await extract(suite, secret, 'secret', none)
  const raw = await expand(suite, prk, 'key', context, aeads[aead].size)
  const iv = await expand(suite, prk, 'base_nonce', context, 12)
  const key = await subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt'])
  raw.fill(0)
  return { key, iv }
}

type Ephemeral = { privateKey: CryptoKey; publicKey: Bytes }
async function freshEphemeral(): Promise<Ephemeral> {
  const pair = (await subtle.generateKey('X25519', true, ['deriveBits'])) as CryptoKeyPair
  return {
    privateKey: pair.privateKey,
    publicKey: new Uint8Array(await subtle.exportKey('raw', pair.publicKey)),
  }
}
/** The RFC's own ephemeral key, for its worked example. */
export const ephemeralOf = async (privateRaw: Uint8Array, publicKey: Uint8Array): Promise<Ephemeral> => ({
  privateKey: await privateOf(privateRaw),
  publicKey: joined(publicKey),
})

export type Bound = { info: Uint8Array; aad: Uint8Array }
type Sealing = Bound & { publicKey: Uint8Array; plain: Uint8Array; aead?: Aead; ephemeral?: Ephemeral }
/** SealBase: one message to a public key; answers the encapsulated key and the ciphertext. */
export async function sealBase({ publicKey, info, aad, plain, aead = 'aes-256-gcm', ephemeral }: Sealing) {
  const mine = ephemeral ?? (await freshEphemeral())
  const secret = await sharedSecret(mine.privateKey, publicKey, joined(mine.publicKey, publicKey))
  const { key, iv } = await schedule(aead, secret, info)
  const box = await subtle.encrypt({ name: 'AES-GCM', iv, additionalData: joined(aad) }, key, joined(plain))
  return { enc: mine.publicKey, box: new Uint8Array(box) }
}

type Opening = Bound & {
  privateKey: Uint8Array
  publicKey: Uint8Array
  enc: Uint8Array
  box: Uint8Array
  aead?: Aead
}
/** OpenBase: throws where the key, the bound words or a single byte is another. */
export async function openBase({
  privateKey,
  publicKey,
  enc,
  box,
  info,
  aad,
  aead = 'aes-256-gcm',
}: Opening) {
  const secret = await sharedSecret(await privateOf(privateKey), enc, joined(enc, publicKey))
  const { key, iv } = await schedule(aead, secret, info)
  const opened = await subtle.decrypt({ name: 'AES-GCM', iv, additionalData: joined(aad) }, key, joined(box))
  return new Uint8Array(opened)
}
