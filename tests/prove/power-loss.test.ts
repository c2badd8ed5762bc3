import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import SQLite from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStore } from '#db/client.server.ts'
import { isPg } from '#db/dialect.ts'
import { counters } from '#db/schema/index.ts'
import { copyTemplate } from '../support/template.ts'

const trials = Number(process.env.CRASHES ?? 300)
const folder = mkdtempSync(path.join(tmpdir(), 'sanshe-power-'))
const file = path.join(folder, 'live.sqlite')
const wal = `${file}-wal`
const crashed = path.join(folder, 'crashed.sqlite')
let store: Awaited<ReturnType<typeof openStore>>

beforeAll(async () => {
  await copyTemplate(file)
  store = await openStore(`file:${file}`)
})
afterAll(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Where the frames of the write-ahead log that count end, and which log it is: what lies beyond is of an older one. */
function logOf(bytes: Buffer) {
  if (bytes.length < 32) return { salt: '', end: 0 }
  const salt = bytes.subarray(16, 24)
  const frame = 24 + bytes.readUInt32BE(8)
  let end = 32
  while (end + frame <= bytes.length && bytes.subarray(end + 8, end + 16).equals(salt)) end += frame
  return { salt: salt.toString('hex'), end }
}
const log = () => (existsSync(wal) ? readFileSync(wal) : Buffer.alloc(0))

let acknowledged = 0
/** A burst of commands side by side, as many as one commit may carry; each counts once it is acknowledged. */
async function write() {
  const words = 'x'.repeat(Math.floor(Math.random() * 900))
  await Promise.all(
    Array.from({ length: 1 + Math.floor(Math.random() * 12) }, async () => {
      await store.transact((tx) =>
        tx.insert(counters).values({ id: `power-${crypto.randomUUID()}-${words}`, value: 1 }),
      )
      acknowledged += 1
    }),
  )
}

/** What a disk held: the file, and its log cut at any byte or followed by what an older log left there. */
function leave(main: Buffer, bytes: Buffer, keep: number, torn: boolean) {
  writeFileSync(crashed, main)
  const tail = torn ? Buffer.from(bytes.subarray(keep).map((b) => b ^ 0x5a)) : Buffer.alloc(0)
  writeFileSync(`${crashed}-wal`, Buffer.concat([bytes.subarray(0, keep), tail]))
  rmSync(`${crashed}-shm`, { force: true })
}
function reopened() {
  const db = new SQLite(crashed)
  const { n } = db.prepare(`select count(*) as n from counter where id like 'power-%'`).get() as { n: number }
  const sound = db.pragma('integrity_check', { simple: true })
  db.close()
  return { n, sound }
}

test.skipIf(isPg)(
  'whatever byte the power fails at, the file opens and holds all that was acknowledged before the last sync',
  async () => {
    let most = 0
    for (let trial = 0; trial < trials; trial += 1) {
      // From here on the log is followed: how far it reached when so many commands had been acknowledged.
      const begun = logOf(log())
      const known: Array<{ end: number; n: number }> = [{ end: begun.end, n: acknowledged }]
      const main = readFileSync(file)
      const bursts = 1 + (trial % 5)
      for (let n = 0; n < bursts; n += 1) {
        await write()
        known.push({ end: logOf(log()).end, n: acknowledged })
      }
      const bytes = log()
      // Begun anew in between: what was followed is in the file itself by now.
      if (logOf(bytes).salt !== begun.salt) continue
      const last = known.at(-1)!.end
      const keep = begun.end + Math.floor(Math.random() * (last - begun.end + 1))
      const least = Math.max(...known.filter(({ end }) => end <= keep).map(({ n }) => n))
      leave(main, bytes, keep, trial % 2 === 1)
      const found = reopened()
      expect([found.sound, found.n >= least], `cut at ${keep} of ${last}`).toEqual(['ok', true])
      most = Math.max(most, last - keep)
    }
    process.stdout.write(
      `power loss: ${trials} crashes, ${acknowledged} acknowledged, longest tail ${most} bytes\n`,
    )
    expect(acknowledged).toBeGreaterThan(trials)
  },
)

test.skipIf(isPg)(
  'a checkpoint cut off half way loses nothing: its pages stand in the log still',
  async () => {
    let torn = 0
    for (let trial = 0; trial < trials / 10; trial += 1) {
      for (let n = 0; n < 6; n += 1) await write()
      const [before, bytes] = [readFileSync(file), log()]
      copyFileSync(file, crashed)
      writeFileSync(`${crashed}-wal`, bytes)
      rmSync(`${crashed}-shm`, { force: true })
      const copy = new SQLite(crashed)
      copy.pragma('wal_checkpoint(FULL)')
      const after = readFileSync(crashed)
      copy.close()
      const page = before.readUInt16BE(16) === 1 ? 65_536 : before.readUInt16BE(16)
      const half = Buffer.from(after)
      for (let at = 0; at + page <= before.length; at += page)
        if (Math.random() < 0.5) before.copy(half, at, at, at + page)
      if (!half.equals(after)) torn += 1
      leave(half, bytes, bytes.length, false)
      expect(reopened()).toEqual({ n: acknowledged, sound: 'ok' })
    }
    expect(torn).toBeGreaterThan(0)
  },
)
