import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import SQLite from 'better-sqlite3'
import { drizzle as onSqlite } from 'drizzle-orm/better-sqlite3'
import { migrate as migrateSqlite } from 'drizzle-orm/better-sqlite3/migrator'
import { drizzle as onPostgres } from 'drizzle-orm/node-postgres'
import { migrate as migratePostgres } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import { isPg } from './dialect.ts'
import { fileOf } from './sqlite.server.ts'
import { newerThanCode } from './store.ts'

type Journal = { entries: Array<{ when: number }> }
const newestIn = (folder: string) => {
  const { entries } = JSON.parse(readFileSync(path.join(folder, 'meta/_journal.json'), 'utf8')) as Journal
  return Math.max(0, ...entries.map((e) => e.when))
}
const refuseNewer = (applied: number | undefined, folder: string) => {
  if ((applied ?? 0) > newestIn(folder)) throw new Error(newerThanCode)
}

function sqliteUp(file: string, migrationsFolder: string) {
  mkdirSync(path.dirname(path.resolve(file)), { recursive: true })
  const c = new SQLite(file)
  try {
    c.pragma('journal_mode = WAL')
    const known = c.prepare(`select 1 from sqlite_master where name = '__drizzle_migrations'`).get()
    const newest = 'select max(created_at) as at from __drizzle_migrations'
    const applied = known ? (c.prepare(newest).get() as { at: number | null }).at : 0
    refuseNewer(Number(applied ?? 0), migrationsFolder)
    // A table rebuilt with foreign keys on would delete its child rows by cascade, without an error.
    c.pragma('foreign_keys = OFF')
    migrateSqlite(onSqlite(c), { migrationsFolder })
    const broken = c.pragma('foreign_key_check') as unknown[]
    if (broken.length) throw new Error('foreign keys broken after migration')
  } finally {
    c.close()
  }
}

async function postgresUp(connectionString: string, migrationsFolder: string) {
  const c = new pg.Client({ connectionString })
  await c.connect()
  try {
    await c.query('select pg_advisory_lock(7263001)')
    const { rows: known } = await c.query(`select to_regclass('drizzle.__drizzle_migrations') as t`)
    const at = known[0]?.t
      ? (await c.query('select max(created_at) as at from drizzle.__drizzle_migrations')).rows[0]?.at
      : 0
    refuseNewer(Number(at ?? 0), migrationsFolder)
    await migratePostgres(onPostgres(c), { migrationsFolder })
  } finally {
    await c.end()
  }
}

const folderOf = (name: string) => {
  const folder = path.resolve('db/migrations', name)
  if (!existsSync(folder)) throw new Error(`no migrations at ${folder}`)
  return folder
}

/** Brings the database to this release's schema; refuses one written by a newer release. */
export const migrate = async (url: string) =>
  isPg ? postgresUp(url, folderOf('postgres')) : sqliteUp(fileOf(url), folderOf('sqlite'))
