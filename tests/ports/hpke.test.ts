import { expect, test } from 'vitest'
import { ephemeralOf, openBase, sealBase } from '#app/ports/hpke.ts'

const bytes = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'))
const hexOf = (raw: Uint8Array) => Buffer.from(raw).toString('hex')
const utf8 = (words: string) => new Uint8Array(Buffer.from(words))

/** RFC 9180, appendix A.1.1: base mode, X25519, HKDF-SHA256, AES-128-GCM, sequence number 0. */
const a11 = {
  info: '4f6465206f6e2061204772656369616e2055726e',
  skEm: '52c4a758a802cd8b936eceea314432798d5baf2d7e9235dc084ab1b9cfa2f736',
  pkEm: '37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431',
  skRm: '4612c550263fc8ad58375df3f557aac531d26850903e55a9f23f21d8534e8ac8',
  pkRm: '3948cfe0ad1ddb695d780e59077195da6c56506b027329794ab02bca80815c4d',
  aad: '436f756e742d30',
  pt: '4265617574792069732074727574682c20747275746820626561757479',
  ct: 'f938558b5d72f1a23810b4be2ab4f84331acc02fc97babc53a52ae8218a355a96d8770ac83d07bea87e13c512a',
}

test('the worked example of RFC 9180 comes out byte for byte, sealing and opening', async () => {
  const common = { publicKey: bytes(a11.pkRm), info: bytes(a11.info), aad: bytes(a11.aad) }
  const aead = 'aes-128-gcm' as const
  const ephemeral = await ephemeralOf(bytes(a11.skEm), bytes(a11.pkEm))
  const sealed = await sealBase({ ...common, aead, plain: bytes(a11.pt), ephemeral })
  expect(hexOf(sealed.enc)).toBe(a11.pkEm)
  expect(hexOf(sealed.box)).toBe(a11.ct)
  const opened = await openBase({ ...common, aead, privateKey: bytes(a11.skRm), ...sealed })
  expect(hexOf(opened)).toBe(a11.pt)
})

test('what another implementation sealed with AES-256-GCM opens here', async () => {
  const opened = await openBase({
    privateKey: bytes('0f44b6b875faedfdbe62645cc1b77667eb40c0ef4928a67a7846517771831839'),
    publicKey: bytes('1b97b63fea6ebe6c69163d66ed001efb9d58f7731bc8a2a05466f52138806d09'),
    enc: bytes('799ee7f8114b600688a3944d1b74c861db26f1d3ff139da384471b001765154b'),
    box: bytes('066ef6d791c40534e7b8d96694daeccfdacc719cae1e51d53a110208'),
    info: utf8('sanshe'),
    aad: utf8('bound'),
  })
  expect(Buffer.from(opened).toString()).toBe('三社联动')
})

test('nothing opens with other words, another key, a touched byte, or a key of small order', async () => {
  const pair = { privateKey: bytes(a11.skRm), publicKey: bytes(a11.pkRm) }
  const bound = { info: utf8('i'), aad: utf8('a') }
  const sealed = await sealBase({ ...bound, publicKey: pair.publicKey, plain: utf8('x') })
  expect(await openBase({ ...pair, ...bound, ...sealed })).toEqual(utf8('x'))
  const touched = sealed.box.map((byte, at) => (at === 0 ? byte ^ 1 : byte))
  for (const other of [
    { info: utf8('j') },
    { aad: utf8('b') },
    { box: touched },
    { privateKey: bytes(a11.skEm), publicKey: bytes(a11.pkEm) },
    { enc: new Uint8Array(32) },
  ])
    await expect(openBase({ ...pair, ...bound, ...sealed, ...other })).rejects.toThrow()
  await expect(sealBase({ ...bound, publicKey: new Uint8Array(32), plain: utf8('x') })).rejects.toThrow()
})
