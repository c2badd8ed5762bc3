import { type SQL, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { isPg } from '#db/dialect.ts'
import { notices } from '#db/schema/index.ts'
import { isNoRoom, type Tx, watchRoom } from '#db/store.ts'
import { freshStore } from '#tests/support/store.ts'

type Writer = { pragma: (words: string, options: { simple: true }) => number }
const at = new Date('2026-03-02T01:00:00Z')

test.skipIf(isPg)(
  'a full SQLite file: nothing acknowledged is lost, reading goes on, and room is used at once',
  async () => {
    const { store, close } = await freshStore()
    const write = (id: string) =>
      store.transact(async (tx) => {
        const words = 'x'.repeat(3_000)
        await tx
          .insert(notices)
          .values({ id, role: 'auditor', message: 'm', params: { words }, link: '/', createdAt: at })
        return id
      })
    const limit = (pages: number) =>
      store.transact(async (tx) => {
        const writer = (tx as Tx & { $client: Writer }).$client
        if (pages === 0) writer.pragma('max_page_count = 1073741823', { simple: true })
        else
          writer.pragma(`max_page_count = ${writer.pragma('page_count', { simple: true }) + pages}`, {
            simple: true,
          })
      })
    await limit(12)
    const tried = await Promise.allSettled(Array.from({ length: 60 }, (_, n) => write(`n${n}`)))
    const told = tried.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    const refused = tried.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
    expect(refused.length).toBeGreaterThan(0)
    expect(refused.every(isNoRoom)).toBe(true)
    expect(store.full()).toBe(true)
    for (let n = 0; n < 60; n++)
      await write(`one-${n}`).then(
        (id) => told.push(id),
        () => undefined,
      )
    const kept = async () => (await store.db.select({ id: notices.id }).from(notices)).map((row) => row.id)
    expect((await kept()).sort()).toEqual([...told].sort())
    expect(told.length).toBeGreaterThan(0)
    await limit(0)
    await write('after')
    expect(store.full()).toBe(false)
    expect(await kept()).toContain('after')
    await close()
  },
)

test.runIf(isPg)(
  'a PostgreSQL without room: nothing is kept of the work, reading goes on, and room is used at once',
  async () => {
    const { store, close } = await freshStore()
    const write = (id: string, then: (tx: Tx) => Promise<unknown> = async () => {}) =>
      store.transact(async (tx) => {
        await tx
          .insert(notices)
          .values({ id, role: 'auditor', message: 'm', params: {}, link: '/', createdAt: at })
        await then(tx)
      })
    const noRoom = (tx: Tx) =>
      (tx as Tx & { execute: (words: SQL) => Promise<unknown> }).execute(
        sql`do $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$`,
      )
    await write('before')
    await expect(write('lost', noRoom)).rejects.toSatisfy(isNoRoom)
    expect(store.full()).toBe(true)
    const kept = async () => (await store.db.select({ id: notices.id }).from(notices)).map((row) => row.id)
    expect(await kept()).toEqual(['before'])
    await write('after')
    expect(store.full()).toBe(false)
    expect((await kept()).sort()).toEqual(['after', 'before'])
    await close()
  },
)

test('each engine’s word for a full disk is known, through whatever wraps it, and no other word is taken for it', () => {
  const said = (code: string) => Object.assign(new Error('x'), { code })
  for (const code of ['SQLITE_FULL', '53100', 'ENOSPC']) {
    expect(isNoRoom(said(code))).toBe(true)
    expect(isNoRoom(new Error('query failed', { cause: said(code) }))).toBe(true)
  }
  for (const other of [said('SQLITE_BUSY'), said('40001'), new Error('x'), null])
    expect(isNoRoom(other)).toBe(false)
})

test('a full disk is remembered for a minute, or until a write succeeds', () => {
  let now = 0
  const room = watchRoom(() => now)
  const failed = () => room.failed(Object.assign(new Error('x'), { code: 'ENOSPC' }))
  expect(room.full()).toBe(false)
  room.failed(new Error('something else'))
  expect(room.full()).toBe(false)
  failed()
  now = 59_000
  expect(room.full()).toBe(true)
  now = 61_000
  expect(room.full()).toBe(false)
  failed()
  room.wrote()
  expect(room.full()).toBe(false)
})
