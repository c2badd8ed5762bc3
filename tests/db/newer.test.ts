import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import SQLite from 'better-sqlite3'
import { sql } from 'drizzle-orm'
import pg from 'pg'
import { expect, test } from 'vitest'
import { openStore } from '#db/client.server.ts'
import { isPg } from '#db/dialect.ts'
import { migrate } from '#db/migrate.server.ts'
import { fileOf } from '#db/sqlite.server.ts'
import { newerThanCode } from '#db/store.ts'
import { freshDatabase } from '../support/store.ts'

const journal = isPg ? 'drizzle.__drizzle_migrations' : '__drizzle_migrations'
const tables = isPg
  ? sql`select table_schema || '.' || table_name as name from information_schema.tables
        where table_schema in ('public', 'drizzle') order by 1`
  : sql`select name from sqlite_master where type = 'table' order by 1`
const columns = isPg
  ? sql`select table_schema, table_name, column_name, data_type from information_schema.columns
        where table_schema in ('public', 'drizzle') order by 1, 2, 3`
  : sql`select name, sql from sqlite_master order by 1`

/** Every table, what it is made of and every row of it. */
async function everythingIn(url: string) {
  const store = await openStore(url)
  const all: Record<string, unknown> = { columns: await store.rows(columns) }
  for (const { name } of await store.rows<{ name: string }>(tables))
    all[name] = await store.rows(sql.raw(`select * from ${name}`))
  await store.close()
  return all
}
const bytesOf = (url: string) => (isPg ? '' : readFileSync(fileOf(url), 'latin1'))

async function write(url: string, statement: string) {
  if (!isPg) return void new SQLite(fileOf(url)).exec(statement).close()
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statement)
  await client.end()
}

async function startOn(url: string) {
  const files = mkdtempSync(path.join(tmpdir(), 'sanshe-newer-'))
  const env = { ...process.env, DATABASE_URL: url, FILES: files, SANSHE_DEMO: 'empty' }
  const server = spawn(process.execPath, ['build/serve.js'], { env, timeout: 50_000 })
  let said = ''
  for (const stream of [server.stdout, server.stderr])
    stream.on('data', (part) => {
      said += part
    })
  const [code] = await once(server, 'close')
  rmSync(files, { recursive: true })
  return { code, said }
}

/** A database with a row in it, and one migration more than this code knows. */
async function ofTheNextRelease() {
  const { url, drop } = await freshDatabase()
  await write(url, `insert into counter (id, value) values ('theirs', 7)`)
  await write(
    url,
    `insert into ${journal} (hash, created_at) values ('next release', ${Date.UTC(2999, 0, 1)})`,
  )
  return { url, drop }
}

test('a database that a newer release wrote is refused, and nothing in it is changed', {
  timeout: 60_000,
}, async () => {
  const { url, drop } = await ofTheNextRelease()
  const [before, bytes] = [await everythingIn(url), bytesOf(url)]
  await expect(migrate(url)).rejects.toThrow(newerThanCode)
  expect(bytesOf(url) === bytes, 'byte for byte').toBe(true)
  expect(await everythingIn(url)).toEqual(before)
  expect(JSON.stringify(before)).toMatch(/theirs.*next release|next release.*theirs/)
  await drop()
})

test.runIf(existsSync('build/serve.js'))(
  'the server does not start on it, says why, and leaves it as it was',
  { timeout: 60_000 },
  async () => {
    const { url, drop } = await ofTheNextRelease()
    const [before, bytes] = [await everythingIn(url), bytesOf(url)]
    const { code, said } = await startOn(url)
    expect(said).toMatch(/^The database was written by a newer release\. Start that release, or restore/)
    expect(code).toBe(1)
    expect(bytesOf(url) === bytes, 'byte for byte').toBe(true)
    expect(await everythingIn(url)).toEqual(before)
    await drop()
  },
)
