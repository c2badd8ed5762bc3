import { spawnSync } from 'node:child_process'
import { generateKeyPairSync, hash as nodeHash, sign } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import vm from 'node:vm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sha256 as vaultSha, isSigned as vaultSigned } from '#app/ports/vault.ts'
import { hash, isSigned, sha256 } from '#app/recount/digests.ts'
import { announceRound } from '#domain/ask/vote/announce-round.ts'
import { readRecount } from '#domain/ask/vote/read-recount.ts'
import { refused } from '#tests/support/round-votes.ts'
import { castBy, countedRound, openRound } from '#tests/support/vote.ts'
import { world } from '#tests/support/world.ts'

test('a browser hashes as the server does, words and bytes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.uint8Array(), (words, bytes) => {
      expect(hash('sha256', words, 'hex')).toBe(nodeHash('sha256', words, 'hex'))
      expect(hash('sha256', bytes, 'hex')).toBe(nodeHash('sha256', bytes, 'hex'))
      expect(hash('sha256', bytes, 'binary')).toBe(nodeHash('sha256', bytes, 'binary'))
      expect(sha256(words)).toBe(vaultSha(words))
    }),
    { numRuns: 200 },
  )
})

test('a browser knows a signature from a forged one, and no key from a key', () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const key = publicKey.export({ format: 'der', type: 'spki' }).toString('base64url')
  const signature = sign(null, Buffer.from('三社 box'), privateKey).toString('base64url')
  const other = generateKeyPairSync('ed25519')
    .publicKey.export({ format: 'der', type: 'spki' })
    .toString('base64url')
  for (const check of [isSigned, vaultSigned]) {
    expect(check(key, '三社 box', signature)).toBe(true)
    expect(check(key, '三社 bax', signature)).toBe(false)
    expect(check(other, '三社 box', signature)).toBe(false)
    expect(check(key, '三社 box', signature.replace(/^../, '__'))).toBe(false)
    for (const broken of ['', '!', key.slice(4)]) expect(check(broken, '三社 box', signature)).toBe(false)
    expect(check(key, '三社 box', '')).toBe(false)
  }
})

test('the recount names the files and what the page says won; of an advisory round there is none', async () => {
  const town = await world()
  const round = await openRound(town, { voters: 12, quorumPercent: 0 })
  expect(await refused(readRecount(town.as(null), round.id))).toBe('no-result-yet')
  for (let voter = 0; voter < 6; voter += 1) await castBy(town, round, voter, [0])
  await countedRound(town, round)
  expect(await refused(readRecount(town.as(null), round.id))).toBe('no-result-yet')
  await announceRound(town.as('director'), { roundId: round.id })
  const { files, items } = await readRecount(town.as(null), round.id)
  expect(files).toEqual(
    expect.arrayContaining(['manifest.json', 'sealed.txt', 'superseded.txt', 'ballots.csv', 'result.json']),
  )
  expect(items.map(({ won }) => won)).toEqual([true, false, false])
})

const newer = [
  'delete Object.hasOwn',
  'delete Array.prototype.at',
  'delete String.prototype.at',
  'delete String.prototype.replaceAll',
].join(';')
test('the script is built whole, small, with nothing of the server in it, and begins on a phone of 2020', () => {
  const out = path.join(mkdtempSync(path.join(tmpdir(), 'recount-')), 'recount.js')
  const { status, stderr } = spawnSync('node', ['bin/build-recount.mjs', out], { encoding: 'utf8' })
  expect([status, stderr]).toEqual([0, ''])
  const script = readFileSync(out, 'utf8')
  rmSync(path.dirname(out), { recursive: true })
  expect(/["']node:|better-sqlite3|drizzle|require\(/.test(script)).toBe(false)
  expect(script.length).toBeLessThan(80_000)
  const document = { querySelector: () => null, querySelectorAll: () => [] }
  const phone = vm.createContext({ document, TextEncoder, TextDecoder, setTimeout, atob })
  vm.runInContext(newer, phone)
  vm.runInContext(script, phone)
  const asked =
    "[Object.hasOwn({ a: 1 }, 'a'), Object.hasOwn({}, 'a'), [1, 2].at(-1), 'abc'.at(1), 'a-b-c'.replaceAll('-', '')]"
  expect(JSON.stringify(vm.runInContext(asked, phone))).toBe(JSON.stringify([true, false, 2, 'b', 'abc']))
})
