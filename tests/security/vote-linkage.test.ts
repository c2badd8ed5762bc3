import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import SQLite from 'better-sqlite3'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { isPg } from '#db/dialect.ts'
import { ballotLinks, ballots, journal, needs, openedBallots, participations } from '#db/schema/index.ts'
import { closeBox } from '#domain/ask/vote/close-box.ts'
import { countRound } from '#domain/ask/vote/count-round.ts'
import { voidRound } from '#domain/ask/vote/void-round.ts'
import { castBy, closing, keysOf, openRound } from '#tests/support/vote.ts'
import { type Town, world } from '#tests/support/world.ts'

const voters = 150

/** Spearman's rank correlation of two orders of the same things. */
function correlation(a: readonly number[], b: readonly number[]): number {
  const n = a.length
  const squares = a.reduce((sum, rank, i) => sum + (rank - b[i]!) ** 2, 0)
  return 1 - (6 * squares) / (n * (n * n - 1))
}
/** Six and a half standard deviations of the correlation of unrelated orders: beyond it, once in a hundred thousand million. */
const noise = (n: number) => 6.5 / Math.sqrt(n - 1)

/** The rows of a table in the order in which they lie in the file. */
const asTheyLie = async (town: Town, table: 'ballot' | 'superseded_ballot', column: 'seal_hash' | 'leaf') => {
  const place = isPg ? sql`ctid` : sql`rowid`
  const found = await town.store.rows<Record<string, string>>(
    sql`select ${sql.identifier(column)} as word from ${sql.identifier(table)} order by ${place}`,
  )
  return found.map((row) => String(row.word))
}
/** Who voted when, with the sealed ballot of each: what an operator could write down while looking on. */
async function electionDay(town: Town) {
  const round = await openRound(town, { voters })
  const order: string[] = []
  for (let i = 0; i < voters; i += 1) {
    const entryId = await castBy(town, round, i, [i % 3])
    const found = await town.store.rows<{ leaf: string }>(
      sql`select b.seal_hash as leaf from ballot b join ballot_link l on l.ballot_id = b.id where l.roll_entry_id = ${entryId}`,
    )
    order.push(found[0]!.leaf)
  }
  return { round, order }
}
const ranksOf = (leaves: readonly string[], order: readonly string[]) =>
  leaves.map((leaf) => order.indexOf(leaf))
const places = (n: number) => Array.from({ length: n }, (_, i) => i)

test('the statistic finds an order where there is one', () => {
  expect(correlation(places(voters), places(voters))).toBeGreaterThan(noise(voters))
  const nearly = places(voters).map((i) => (i % 10 === 0 ? voters - 1 - i : i))
  expect(Math.abs(correlation(nearly, places(voters)))).toBeGreaterThan(noise(voters))
})

test('where a sealed ballot lies says nothing of when it was cast, while voting lasts and after the close', async () => {
  const town = await world()
  const { round, order } = await electionDay(town)
  if (!isPg) {
    const lie = ranksOf(await asTheyLie(town, 'ballot', 'seal_hash'), order)
    expect(lie).not.toContain(-1)
    expect(Math.abs(correlation(lie, places(voters)))).toBeLessThan(noise(voters))
  }
  town.clock.set(closing)
  await closeBox(town.as('director'), { roundId: round.id })
  const leaves = await asTheyLie(town, 'ballot', 'seal_hash')
  expect(leaves).toEqual([...leaves].sort())
  const after = ranksOf(leaves, order)
  expect(Math.abs(correlation(after, places(voters)))).toBeLessThan(noise(voters))
  expect(await town.db.select().from(ballotLinks)).toEqual([])
}, 120_000)

test('replaced ballots lie in the order of their hashes too', async () => {
  const town = await world()
  const round = await openRound(town, { voters: 30 })
  for (const turn of [0, 1]) for (let i = 0; i < 30; i += 1) await castBy(town, round, i, [(i + turn) % 3])
  town.clock.set(closing)
  await closeBox(town.as('director'), { roundId: round.id })
  const leaves = await asTheyLie(town, 'superseded_ballot', 'leaf')
  expect(leaves).toHaveLength(30)
  expect(leaves).toEqual([...leaves].sort())
}, 60_000)

test('a ballot has no time, no counter and no voter, and its id says nothing', async () => {
  const town = await world()
  const round = await openRound(town, { voters: 20 })
  for (let i = 0; i < 20; i += 1) await castBy(town, round, i, [0])
  const rows = await town.db.select().from(ballots)
  expect(Object.keys(rows[0]!).sort()).toEqual(['id', 'roundId', 'sealHash', 'sealed'])
  expect(new Set(rows.map((b) => b.sealed.length)).size).toBe(1)
  expect(new Set(rows.map((b) => b.sealHash)).size).toBe(20)
  const took = await town.db.select().from(participations)
  expect(Object.keys(took[0]!).sort()).toEqual([
    'channel',
    'helperId',
    'receiptNo',
    'rollEntryId',
    'roundId',
    'spoiled',
  ])
  const casts = (await town.db.select().from(journal)).filter((j) => j.action === 'ballot.cast')
  expect(casts).toHaveLength(20)
  for (const cast of casts) {
    expect(cast.actorId).toBeNull()
    expect(JSON.stringify(cast.detail)).not.toMatch(/XQ|entry|ballot_/)
  }
})

test('after the count the opened ballots are sorted, and none leads back to a sealed one', async () => {
  const town = await world()
  const round = await openRound(town, { voters: 12 })
  for (let i = 0; i < 12; i += 1) await castBy(town, round, i, [i % 3])
  town.clock.set(closing)
  await closeBox(town.as('director'), { roundId: round.id })
  await countRound(town.as('director'), { roundId: round.id, keys: await keysOf(town, round.id) })
  const opened = await town.db.select().from(openedBallots)
  expect(Object.keys(opened[0]!).sort()).toEqual(['choices', 'ordinal', 'roundId'])
  const words = opened.map((b) => JSON.stringify(b.choices))
  expect(words).toEqual([...words].sort())
})

/** Every byte of the database as it lies on the disk: the file, its write-ahead log, what they keep beside. */
const bytesOf = (town: Town) => {
  const file = town.url.replace(/^file:/, '')
  const folder = path.dirname(file)
  return readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name))] as const)
}

test.skipIf(isPg)(
  'no byte of the database, its log and its journal holds a choice before the count',
  async () => {
    const town = await world()
    const round = await openRound(town, { voters: 40 })
    const slate = await town.db.select({ id: needs.id, refNo: needs.refNo }).from(needs)
    for (let i = 0; i < 40; i += 1) await castBy(town, round, i, [i % 3])
    for (let i = 0; i < 10; i += 1) await castBy(town, round, i, [(i + 1) % 3])
    const before = bytesOf(town)
    expect(before.map(([name]) => name).some((name) => name.endsWith('-wal'))).toBe(true)
    const found: string[] = []
    for (const { id, refNo } of slate)
      for (const choice of [`["${refNo}"`, `"${refNo}"]`, `["${id}"`, `"${id}"]`])
        for (const [name, bytes] of before) if (bytes.includes(choice)) found.push(`${name}: ${choice}`)
    expect(found).toEqual([])
    // The probe finds what is there: the slate itself stands in the file or its log.
    expect(before.some(([, bytes]) => bytes.includes(slate[0]!.refNo))).toBe(true)
    expect(before.some(([, bytes]) => bytes.includes('secret-that-is-nowhere'))).toBe(false)
  },
  60_000,
)

test.skipIf(isPg)(
  'after the close the destroyed links are nowhere in the database file and its log',
  async () => {
    const town = await world()
    const round = await openRound(town, { voters: 30 })
    const pairs: Array<[string, string]> = []
    for (let i = 0; i < 30; i += 1) await castBy(town, round, i, [i % 3])
    for (const { rollEntryId, ballotId } of await town.db.select().from(ballotLinks))
      pairs.push([rollEntryId, ballotId])
    expect(pairs).toHaveLength(30)
    const inBytes = (bytes: Buffer) =>
      pairs.filter(([entryId, ballotId]) => bytes.includes(entryId + ballotId)).length
    // The probe finds the links while they are there.
    expect(bytesOf(town).some(([, bytes]) => inBytes(bytes) > 0)).toBe(true)
    town.clock.set(closing)
    await closeBox(town.as('director'), { roundId: round.id })
    // The files as they lie, one by one: the database, its write-ahead log, whatever stands beside them.
    const after = bytesOf(town)
    expect(after.map(([name]) => name).some((name) => name.endsWith('-wal'))).toBe(true)
    expect(after.filter(([, bytes]) => inBytes(bytes) > 0).map(([name]) => name)).toEqual([])
    // It was written into the file, not only cut off the log: what was closed stands there.
    const closed = after.find(([name]) => name.endsWith('.sqlite'))!
    expect(closed[1].includes('round.close_box')).toBe(true)
  },
  60_000,
)

test.skipIf(isPg)('a void round leaves no link in the files either', async () => {
  const town = await world()
  const round = await openRound(town, { voters: 10 })
  for (let i = 0; i < 10; i += 1) await castBy(town, round, i, [0])
  const links = (await town.db.select().from(ballotLinks)).map((l) => l.rollEntryId + l.ballotId)
  expect(links).toHaveLength(10)
  const held = () => links.filter((link) => bytesOf(town).some(([, bytes]) => bytes.includes(link))).length
  let committed = 0
  const scrub = () => {
    committed = held()
    return town.store.scrub()
  }
  await voidRound({ ...town.as('director'), scrub }, { roundId: round.id, reason: '名册有误，重新来过' })
  // Deleted and committed, they still stood in the log; only then are they gone.
  expect(committed).toBe(10)
  expect(held()).toBe(0)
})

test.skipIf(isPg)(
  'a reader that stays is waited for briefly, told of, and holds nothing up for good',
  async () => {
    const town = await world()
    const other = new SQLite(town.url.replace(/^file:/, ''), { readonly: true })
    other.exec('BEGIN')
    other.prepare('select count(*) from journal').get()
    await town.transact((tx) => tx.delete(ballotLinks))
    const round = await openRound(town, { voters: 1 })
    expect(round.id).toBeTruthy()
    expect(await town.store.scrub()).toBe(false)
    other.exec('COMMIT')
    other.close()
    expect(await town.store.scrub()).toBe(true)
  },
)
