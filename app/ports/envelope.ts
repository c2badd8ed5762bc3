import { openBase, sealBase } from './hpke.ts'

/**
 * 信封: what a bidder sends, sealed so that only the tender's private key opens it. Chunks under AES-256-GCM in the
 * STREAM manner (a counter and a last-one flag in the nonce), their key under HPKE. The bound words (call, bidder,
 * version, which envelope) are not in it: whoever opens it must know them. The same lines run in a browser.
 */
export type Bytes = Uint8Array<ArrayBuffer>
export type Parts = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

const { subtle } = globalThis.crypto
const words = new TextEncoder()
const info = words.encode('sanshe envelope 1')
/** 'SSE1', then the chunk's size as a power of two. */
const magic = [83, 83, 69, 49]
const chunkLog = 18
const chunk = 2 ** chunkLog
const tag = 16
const prefix = new Uint8Array([...magic, chunkLog, 0, 0, 0])
/** prefix 8 · encapsulated key 32 · content key 32 and its tag. */
export const headSize = prefix.length + 32 + 32 + tag

/** Cuts what comes into pieces of one size and says which is the last; nothing at all is one empty last piece. */
async function* pieces(source: Parts, size: number): AsyncGenerator<{ piece: Bytes; last: boolean }> {
  const held = new Uint8Array(size)
  let filled = 0
  for await (const part of source)
    for (let at = 0; at < part.length; ) {
      if (filled === size) {
        yield { piece: held, last: false }
        filled = 0
      }
      const taken = part.subarray(at, at + size - filled)
      held.set(taken, filled)
      filled += taken.length
      at += taken.length
    }
  yield { piece: held.subarray(0, filled), last: true }
}

/** STREAM's nonce: seven bytes nought (the key is of this envelope alone), the number of the piece, whether it is the last. */
function nonceOf(nth: number, last: boolean): Bytes {
  const nonce = new Uint8Array(12)
  new DataView(nonce.buffer).setUint32(7, nth)
  nonce[11] = last ? 1 : 0
  return nonce
}
const gcm = (nth: number, last: boolean, head: Bytes) => ({
  name: 'AES-GCM',
  iv: nonceOf(nth, last),
  additionalData: head,
})
const aesKey = (raw: Uint8Array, use: 'encrypt' | 'decrypt') =>
  subtle.importKey('raw', new Uint8Array(raw), 'AES-GCM', false, [use])
const aadOf = (bound: string) => words.encode(`${[...prefix].join('.')}:${bound}`)

/** Seals what flows through it; the plain words are held a piece at a time. */
export async function* sealParts(publicKey: Uint8Array, bound: string, plain: Parts): AsyncGenerator<Bytes> {
  const contentKey = globalThis.crypto.getRandomValues(new Uint8Array(32))
  const { enc, box } = await sealBase({ publicKey, info, aad: aadOf(bound), plain: contentKey })
  const head = new Uint8Array(headSize)
  head.set(prefix)
  head.set(enc, prefix.length)
  head.set(box, prefix.length + 32)
  const key = await aesKey(contentKey, 'encrypt')
  contentKey.fill(0)
  yield head
  let nth = 0
  for await (const { piece, last } of pieces(plain, chunk)) {
    yield new Uint8Array(await subtle.encrypt(gcm(nth, last, head), key, piece))
    nth += 1
  }
}

/** How long a sealed file of so many bytes is. */
export const sealedSize = (size: number) => headSize + size + tag * Math.max(1, Math.ceil(size / chunk))

export const looksSealed = (bytes: Uint8Array) =>
  bytes.length >= headSize + tag && prefix.every((byte, at) => bytes[at] === byte)

type Keys = { privateKey: Uint8Array; publicKey: Uint8Array }
/** The content key of one envelope, or null: another tender's key, other bound words, or a touched head. */
export async function contentKeyOf(
  head: Uint8Array,
  { privateKey, publicKey }: Keys,
  bound: string,
): Promise<Bytes | null> {
  if (head.length < headSize || !prefix.every((byte, at) => head[at] === byte)) return null
  const enc = head.subarray(prefix.length, prefix.length + 32)
  const box = head.subarray(prefix.length + 32, headSize)
  return openBase({ privateKey, publicKey, enc, box, info, aad: aadOf(bound) }).catch(() => null)
}

/** What an envelope holds, piece by piece; throws at the first piece that was touched, moved, cut off or added. */
export async function* openParts(contentKey: Uint8Array, sealed: Parts): AsyncGenerator<Bytes> {
  const key = await aesKey(contentKey, 'decrypt')
  const head = new Uint8Array(headSize)
  let have = 0
  async function* behindHead() {
    for await (const part of sealed) {
      const mine = part.subarray(0, headSize - have)
      head.set(mine, have)
      have += mine.length
      if (part.length > mine.length) yield part.subarray(mine.length)
    }
  }
  let nth = 0
  for await (const { piece, last } of pieces(behindHead(), chunk + tag)) {
    yield new Uint8Array(await subtle.decrypt(gcm(nth, last, head), key, piece))
    nth += 1
  }
}

/** All the parts as one, for what is small. */
export async function gathered(parts: AsyncIterable<Uint8Array>): Promise<Bytes> {
  const held: Uint8Array[] = []
  for await (const part of parts) held.push(part)
  const all = new Uint8Array(held.reduce((n, part) => n + part.length, 0))
  let at = 0
  for (const part of held) {
    all.set(part, at)
    at += part.length
  }
  return all
}
