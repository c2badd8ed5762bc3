import { setTimeout as pause } from 'node:timers/promises'
import { count } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { openStore } from '#db/client.server.ts'
import { isPg } from '#db/dialect.ts'
import { notices } from '#db/schema/index.ts'
import type { Store } from '#db/store.ts'
import { openDoor } from '../security/door.ts'
import { freshStore } from '../support/store.ts'

const write = (store: Store, id: string) =>
  store.transact(async (tx) => {
    const createdAt = new Date('2026-03-02T01:00:00Z')
    await tx.insert(notices).values({ id, role: 'auditor', message: 'm', params: {}, link: '/', createdAt })
  })

/** A public page that counts the notices there are, kept whole under the store's own version. */
async function openBoard(store: Store) {
  let made = 0
  const handler = async () => {
    made += 1
    const [row] = await store.db.select({ n: count() }).from(notices)
    const headers = { 'Content-Type': 'text/html; charset=utf-8', 'X-Sanshe-Public': '1' }
    return new Response(`${row!.n} notices`.padEnd(2_000), { headers })
  }
  const door = await openDoor({ handler, version: store.version })
  const read = async () => (await door.knock('/notices')).text.trim()
  return { read, made: () => made, shut: door.shut }
}

/** Milliseconds until the page says so; a kept page may be a second old, and no older. */
async function untilItSays(read: () => Promise<string>, wanted: string) {
  const began = performance.now()
  while ((await read()) !== wanted && performance.now() - began < 5_000) await pause(20)
  return performance.now() - began
}

test('a kept page shows a write within a second, and is made far less often than it is read', async () => {
  const { store, close } = await freshStore()
  const { read, made, shut } = await openBoard(store)
  expect(await read()).toBe('0 notices')
  for (let times = 0; times < 50; times++) await read()
  expect(made()).toBeLessThan(25)
  await write(store, 'one')
  expect(await untilItSays(read, '1 notices')).toBeLessThan(1_500)
  await shut()
  await close()
})

test.runIf(isPg)('what another process writes is shown within a second too', async () => {
  const { store, url, close } = await freshStore()
  const other = await openStore(url)
  const { read, shut } = await openBoard(store)
  expect(await read()).toBe('0 notices')
  await write(other, 'one')
  expect(await untilItSays(read, '1 notices')).toBeLessThan(1_500)
  await other.close()
  await shut()
  await close()
})
