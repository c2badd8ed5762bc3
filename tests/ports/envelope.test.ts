import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contentKeyOf, gathered, headSize, looksSealed, openParts, sealParts } from '#app/ports/envelope.ts'

const { subtle } = globalThis.crypto
async function freshKeys() {
  const pair = (await subtle.generateKey('X25519', true, ['deriveBits'])) as CryptoKeyPair
  const pkcs8 = new Uint8Array(await subtle.exportKey('pkcs8', pair.privateKey))
  return {
    privateKey: pkcs8.slice(-32),
    publicKey: new Uint8Array(await subtle.exportKey('raw', pair.publicKey)),
  }
}
const keys = await freshKeys()
const chunk = 2 ** 18
const seal = (plain: Uint8Array, bound = 'T1:ORG1:1:whole') =>
  gathered(sealParts(keys.publicKey, bound, [plain]))
async function open(sealed: Uint8Array, bound = 'T1:ORG1:1:whole', with_ = keys) {
  const key = await contentKeyOf(sealed.subarray(0, headSize), with_, bound)
  return key && gathered(openParts(key, [sealed]))
}

test('what is sealed opens whole, whatever its length and however it comes in', async () => {
  for (const size of [0, 1, chunk - 1, chunk, chunk + 1, 2 * chunk, 2 * chunk + 7]) {
    const plain = new Uint8Array(randomBytes(size))
    const inTwo = [plain.subarray(0, size >> 1), plain.subarray(size >> 1)]
    const sealed = await gathered(sealParts(keys.publicKey, 'b', inTwo))
    expect(looksSealed(sealed)).toBe(true)
    expect(sealed.length).toBe(headSize + size + 16 * Math.max(1, Math.ceil(size / chunk)))
    const key = await contentKeyOf(sealed, keys, 'b')
    const odd = [sealed.subarray(0, 3), sealed.subarray(3, headSize + 1), sealed.subarray(headSize + 1)]
    expect(Buffer.from(await gathered(openParts(key!, odd))).equals(Buffer.from(plain))).toBe(true)
  }
})

test('no single bit may be another, in any place', async () => {
  const sealed = await seal(new Uint8Array(randomBytes(300)))
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: sealed.length * 8 - 1 }), async (bit) => {
      const touched = sealed.slice()
      touched[bit >> 3]! ^= 1 << (bit & 7)
      await expect(
        open(touched).then((plain) => plain === null && Promise.reject(new Error())),
      ).rejects.toThrow()
    }),
    { numRuns: 60 },
  )
})

test('chunks may not be dropped, repeated, put in another order, cut off or added to', async () => {
  const sealed = await seal(new Uint8Array(randomBytes(2 * chunk + 10)))
  const at = (n: number) => headSize + n * (chunk + 16)
  const part = (from: number, to?: number) => sealed.subarray(from, to)
  const [head, a, b, c] = [part(0, headSize), part(at(0), at(1)), part(at(1), at(2)), part(at(2))]
  const orders = [[a, b], [a, c], [b, a, c], [a, a, b, c], [a, b, c, c], [a, b, c.subarray(1)], [a], []]
  for (const order of orders) await expect(open(Buffer.concat([head, ...order]))).rejects.toThrow()
  expect((await open(Buffer.concat([head, a, b, c])))!.length).toBe(2 * chunk + 10)
})

test('it opens for no other call, bidder, version or envelope, and with no other key', async () => {
  const sealed = await seal(new Uint8Array([1, 2, 3]))
  for (const bound of ['T2:ORG1:1:whole', 'T1:ORG2:1:whole', 'T1:ORG1:2:whole', 'T1:ORG1:1:price', ''])
    expect(await open(sealed, bound)).toBeNull()
  expect(await open(sealed, undefined, await freshKeys())).toBeNull()
  const other = await seal(new Uint8Array([1, 2, 3]), 'T1:ORG2:1:whole')
  const mixed = Buffer.concat([sealed.subarray(0, headSize), other.subarray(headSize)])
  await expect(open(mixed)).rejects.toThrow()
  expect(looksSealed(new Uint8Array(300))).toBe(false)
})

test('the same words sealed twice share no byte beyond the name of the format', async () => {
  const plain = new Uint8Array(64)
  const [a, b] = [await seal(plain), await seal(plain)]
  expect(Buffer.from(a.subarray(8)).equals(Buffer.from(b.subarray(8)))).toBe(false)
  expect(a.subarray(8).filter((byte, at) => byte === b[at + 8]).length).toBeLessThan(20)
})
