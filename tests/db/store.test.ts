import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { isPg } from '#db/dialect.ts'
import { counters, parameters, places, seats } from '#db/schema/index.ts'
import { openSqlite } from '#db/sqlite.server.ts'
import { violation } from '#db/store.ts'
import { nextRef, readRef } from '#domain/reference.ts'
import { freshStore } from '../support/store.ts'
import { world } from '../support/world.ts'

test('a refused job leaves nothing behind and its neighbours in the batch go on', async () => {
  const town = await world()
  const write = (id: string, fail = false) =>
    town.transact(async (tx) => {
      await tx.insert(counters).values({ id, value: 1 })
      if (fail) throw new Error('no')
      return id
    })
  const results = await Promise.allSettled([write('a'), write('b', true), write('c')])
  expect(results.map((r) => r.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  const rows = await town.db.select({ id: counters.id }).from(counters).orderBy(counters.id)
  expect(rows.map((r) => r.id)).toEqual(['a', 'c'])
})

test('no update is lost when many change one row', async () => {
  const town = await world()
  await Promise.all(
    Array.from({ length: 40 }, () =>
      town.transact(async (tx) => {
        const [row] = await tx.select().from(counters).where(eq(counters.id, 'n'))
        await tx
          .insert(counters)
          .values({ id: 'n', value: 1 })
          .onConflictDoUpdate({ target: counters.id, set: { value: (row?.value ?? 0) + 1 } })
      }),
    ),
  )
  const [row] = await town.db.select().from(counters).where(eq(counters.id, 'n'))
  expect(row?.value).toBe(40)
})

test('unique and foreign keys are refused with the same word on both engines', async () => {
  const town = await world()
  const twice = town.transact((tx) =>
    tx.insert(places).values({ id: 'D1', code: 'x', level: 'grid', name: 'x' }),
  )
  expect(violation(await twice.catch((e) => e))).toBe('unique')
  const dangling = town.transact((tx) =>
    tx.insert(seats).values({
      personId: 'nobody',
      role: 'auditor',
      partyId: 'S1',
      from: '2026-01-01',
      ground: 'x',
      createdAt: new Date(0),
    }),
  )
  expect(violation(await dangling.catch((e) => e))).toBe('foreign')
})

test('sums and greatest values come back as numbers', async () => {
  const town = await world()
  const [row] = await town.db
    .select({ most: sql<number>`max(${parameters.value})`, all: sql<number>`sum(${parameters.value})` })
    .from(parameters)
  expect([typeof row?.most, typeof row?.all]).toEqual(['number', 'number'])
})

test('reference numbers run on without a gap and survive being typed carelessly', async () => {
  const town = await world()
  const refs = await Promise.all(
    Array.from({ length: 20 }, () => town.transact((tx) => nextRef(tx, 'XQ', 2026))),
  )
  expect(new Set(refs).size).toBe(20)
  for (const ref of refs) expect(readRef(` ${ref.toLowerCase()} `)).toBe(ref)
  const wrong = `${refs[0]!.slice(0, -1)}${(Number(refs[0]!.at(-1)) + 1) % 10}`
  expect(readRef(wrong)).toBeNull()
})

test.skipIf(isPg)('a write is durable before it is told: WAL, FULL, foreign keys', async () => {
  const town = await world()
  const [mode] = await town.store.rows<{ journal_mode: string }>(sql`pragma journal_mode`)
  expect(mode?.journal_mode).toBe('wal')
  const [sync] = await town.store.rows<{ synchronous: number }>(sql`pragma synchronous`)
  expect(sync?.synchronous).toBe(2)
  await expect(town.store.ready()).resolves.toBeUndefined()
})

test.skipIf(isPg)('only where it is asked for by name does a store not wait for the disk', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hasty-'))
  const store = openSqlite(`file:${folder}/a.sqlite`, { waits: false })
  const [sync] = await store.rows<{ synchronous: number }>(sql`pragma synchronous`)
  expect(sync?.synchronous).toBe(0)
  const open = readdirSync(folder).filter((name) => statSync(join(folder, name)).mode & 0o077)
  expect(
    open.filter((name) => !name.includes('.lock')),
    'of nobody else on the machine',
  ).toEqual([])
  await store.close()
  rmSync(folder, { recursive: true })
})

test.skipIf(isPg)('a database that cannot be made durable is not opened, and says why', () => {
  const before = process.cwd()
  const folder = mkdtempSync(join(tmpdir(), 'durable-'))
  process.chdir(folder)
  // A database in memory keeps no write-ahead log, whatever it is asked.
  expect(() => openSqlite('file::memory:')).toThrow('sqlite journal_mode is memory, not wal')
  process.chdir(before)
  rmSync(folder, { recursive: true })
})

test.skipIf(isPg)(
  'a reader waits five seconds for whoever holds the file, and is not turned away at once',
  async () => {
    const { store, close } = await freshStore()
    const [row] = await store.rows<{ timeout: number }>(sql`pragma busy_timeout`)
    expect(row!.timeout).toBeGreaterThanOrEqual(5_000)
    await close()
  },
)

test('readiness writes a row, each time', async () => {
  const { store, close } = await freshStore()
  const beats = async () =>
    (await store.db.select().from(counters).where(eq(counters.id, 'heartbeat')))[0]?.value
  await store.ready()
  await store.ready()
  expect(await beats()).toBe(2)
  await close()
})
