import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import SQLite from 'better-sqlite3'
import pg from 'pg'
import { expect, test } from 'vitest'
import { openStore } from '#db/client.server.ts'
import { isPg } from '#db/dialect.ts'
import { moveToPostgres, notEmpty, otherRelease } from '#db/move-to-postgres.server.ts'
import { lockFile } from '#db/sqlite.server.ts'
import { lockedByOther } from '#db/store.ts'
import { verifyLedger } from '#domain/deliver/payment/verify-ledger.ts'
import { freshDatabase } from '#tests/support/store.ts'

const folders = { sqlite: 'db/migrations/sqlite', postgres: 'db/migrations/postgres' }

/** A file of a town in which money was paid, made by a process that speaks SQLite. */
function paidTown() {
  const folder = mkdtempSync(path.join(tmpdir(), 'sanshe-move-'))
  const file = path.join(folder, 'town.sqlite')
  const { DATABASE_URL: _, ...env } = process.env
  execFileSync(process.execPath, ['--import', 'tsx', 'tests/support/paid-town.ts', file], { env })
  const another = () => {
    const to = path.join(folder, 'another.sqlite')
    copyFileSync(file, to)
    return to
  }
  return { file, another, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

const inOrder = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(inOrder)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, one]) => [name, inOrder(one)]),
  )
}
const said = (rows: Record<string, unknown>[]) => rows.map((row) => JSON.stringify(inOrder(row))).sort()
const isWords = (value: unknown): value is string => typeof value === 'string'

/** Every row of every table on either side, in one form. */
async function both(file: string, url: string) {
  const from = new SQLite(file, { readonly: true })
  const to = new pg.Client({ connectionString: url })
  await to.connect()
  const { rows } = await to.query(
    `select table_name as name from information_schema.tables where table_schema = 'public'`,
  )
  const found: Record<string, { old: string[]; now: string[] }> = {}
  for (const { name } of rows) {
    const { rows: now, fields } = await to.query(`select * from "${name}"`)
    const of = (type: number) => fields.flatMap((field) => (field.dataTypeID === type ? [field.name] : []))
    const old = from.prepare(`select * from "${name}"`).all() as Record<string, unknown>[]
    for (const row of now) for (const at of of(20)) if (isWords(row[at])) row[at] = Number(row[at])
    for (const row of old) for (const at of of(16)) if (row[at] !== null) row[at] = row[at] === 1
    for (const row of old) for (const at of of(3802)) if (isWords(row[at])) row[at] = JSON.parse(row[at])
    found[name] = { old: said(old), now: said(now) }
  }
  from.close()
  await to.end()
  return found
}
const rowsIn = (tables: Awaited<ReturnType<typeof both>>) =>
  Object.values(tables).reduce((n, { now }) => n + now.length, 0)

test.skipIf(!isPg)('a stopped SQLite database goes over to PostgreSQL whole, or not at all', async () => {
  const town = paidTown()
  const { url, drop } = await freshDatabase()
  const move = (file: string) => moveToPostgres({ file, url, folders }, () => undefined)

  const lock = lockFile(town.file)
  await expect(move(town.file)).rejects.toThrow(lockedByOther)
  lock.close()

  const older = town.another()
  new SQLite(older).exec('update __drizzle_migrations set created_at = created_at - 1').close()
  await expect(move(older)).rejects.toThrow(otherRelease)

  const broken = town.another()
  const spoil = new SQLite(broken)
  spoil.pragma('foreign_keys = OFF')
  spoil
    .exec(`update milestone set contract_id = 'nobody' where rowid = (select min(rowid) from milestone)`)
    .close()
  await expect(move(broken)).rejects.toThrow(/foreign key/)
  expect(rowsIn(await both(town.file, url))).toBe(0)

  await move(town.file)
  const moved = await both(town.file, url)
  for (const [table, { old, now }] of Object.entries(moved)) expect(now, table).toEqual(old)
  expect(moved.milestone!.now.length).toBeGreaterThan(1)
  expect(rowsIn(moved)).toBeGreaterThan(300)
  const store = await openStore(url)
  expect(await verifyLedger(store.db)).toMatchObject({ holds: true, faults: [] })
  await store.close()
  await expect(move(town.file)).rejects.toThrow(notEmpty)
  await drop()
  town.remove()
})
