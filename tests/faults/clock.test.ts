import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { guardClock, whileSure } from '#app/clock-guard.server.ts'
import { readEnv } from '#app/env.server.ts'
import { saidOf } from '#app/http/page-loader.server.ts'
import { standingClock } from '#app/ports/clock.ts'
import { readiness } from '#app/readiness.server.ts'
import { openWorld } from '#app/world.server.ts'
import { isPg } from '#db/dialect.ts'
import { journal, ledgerEntries, ledgerPostings, seats } from '#db/schema/index.ts'
import { grantSeat } from '#domain/who/seat/grant-seat.ts'
import { world } from '../support/world.ts'

const seat = { role: 'committee_clerk', partyId: 'C1', from: '2026-03-02', ground: '时钟测试' } as const
const twoHours = 2 * 3_600_000

/** A town whose machine has a clock that can be set and one that cannot. */
async function watched() {
  const town = await world()
  const wall = town.clock
  const steady = standingClock(new Date(0))
  const guard = () => guardClock(town.store, { wall, shown: wall, steady: () => steady.now().getTime() })
  let isSure = guard()
  const pass = (ms: number) => {
    wall.pass(ms)
    steady.pass(ms)
  }
  const grant = (personId: string) =>
    grantSeat(
      { ...town.as('admin'), transact: whileSure(town.transact, () => isSure()) },
      { ...seat, personId },
    ).then(
      () => 'done',
      (error: unknown) => saidOf(error).status,
    )
  const restart = () => {
    isSure = guard()
  }
  return { town, wall, pass, grant, restart, isSure: () => isSure() }
}

test.each([
  ['back two hours', -twoHours],
  ['on two hours', twoHours],
  ['back six seconds', -6_000],
])(
  'a clock moved %s freezes acts with 503, reading goes on, and put right it lets them go on',
  async (_, ms) => {
    const { town, wall, pass, grant } = await watched()
    expect(await grant('resident1')).toBe('done')
    pass(60_000)
    wall.pass(ms)
    expect(await grant('resident2')).toBe(503)
    expect(await town.db.select().from(seats).where(eq(seats.ground, '时钟测试'))).toHaveLength(1)
    wall.pass(-ms)
    expect(await grant('resident2')).toBe('done')
  },
)

test('five seconds between the clocks are borne: time is set in small steps everywhere', async () => {
  const { wall, pass, grant } = await watched()
  pass(60_000)
  wall.pass(5_000)
  expect(await grant('resident1')).toBe('done')
  wall.pass(1)
  expect(await grant('resident2')).toBe(503)
})

test('started again with a clock before the last act, nothing is done until the time has passed it', async () => {
  const { town, wall, pass, grant, restart } = await watched()
  expect(await grant('resident1')).toBe('done')
  const [line] = await town.db.select().from(journal).where(eq(journal.action, 'seat.grant'))
  wall.set(new Date(line!.at.getTime() - twoHours))
  restart()
  expect(await grant('resident2')).toBe(503)
  pass(twoHours - 5_001)
  expect(await grant('resident2')).toBe(503)
  pass(1)
  expect(await grant('resident2')).toBe('done')
})

test.skipIf(isPg)('an opened world watches its own clock and disk, and is ready', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'world-'))
  const env = readEnv({
    DATABASE_URL: `file:${folder}/a.sqlite`,
    FILES: `${folder}/files`,
    SANSHE_SECRET: 'yqC4vJm7Wd0fRk2TnZs9Lx5Bp8Ga3HuE',
  })
  const opened = await openWorld(env)
  await opened.ready()
  const later = new Date(Date.now() + twoHours)
  const line = { at: later, action: 'a.b', subject: 's' }
  const write = () => opened.store.transact((tx) => tx.insert(journal).values(line))
  await write()
  await new Promise((done) => setTimeout(done, 1_100))
  await expect(write()).rejects.toMatchObject({ kind: 'unsure', reason: 'clock-unsure' })
  await expect(opened.ready()).rejects.toThrow('not-ready: clock')
  expect(await opened.store.db.select().from(journal)).toHaveLength(1)
  await opened.close()
  rmSync(folder, { recursive: true })
})

const roomy = { bavail: 50, blocks: 100, bsize: 2 ** 30 }
test('ready means: a row can be written, the disk has room, the time is sure, the ledger’s last entries balance', async () => {
  const { town, wall, isSure } = await watched()
  const parts = { store: town.store, folders: ['/data'], isSure, measure: async () => roomy }
  const said = (more: object = {}) =>
    readiness({ ...parts, ...more })().then(
      () => 'ok',
      (error: Error) => error.message,
    )
  expect(await said()).toBe('ok')
  const measure = (bavail: number, blocks = 100) => ({ measure: async () => ({ ...roomy, bavail, blocks }) })
  expect(await said(measure(4))).toBe('not-ready: disk')
  expect(await said(measure(5))).toBe('ok')
  expect(await said(measure(10, 4_000))).toBe('ok')
  expect(await said(measure(9, 4_000))).toBe('not-ready: disk')
  wall.pass(-twoHours)
  expect(await said()).toBe('not-ready: clock')
  wall.pass(twoHours)
  const [entry] = await town.db.select().from(ledgerEntries)
  const off = { entryId: entry!.id, account: 'paid' as const, amount: 1 as never }
  await town.transact((tx) => tx.insert(ledgerPostings).values(off))
  expect(await said()).toBe('not-ready: ledger')
})

test('a store that cannot be written is not ready, though it can be read', async () => {
  const { town, isSure } = await watched()
  const store = { ...town.store, ready: () => Promise.reject(new Error('SQLITE_FULL')) }
  const ready = readiness({ store, folders: [], isSure })
  await expect(ready()).rejects.toThrow('SQLITE_FULL')
})
