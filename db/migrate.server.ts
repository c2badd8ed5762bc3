import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import SQLite from 'better-sqlite3'
import { drizzle as onSqlite } from 'drizzle-orm/better-sqlite3'
import { migrate as migrateSqlite } from 'drizzle-orm/better-sqlite3/migrator'
import { guardSqlite } from './append-only.ts'
import { isPg } from './dialect.ts'
import { refuseNewer } from './newer-than-code.ts'
import { fileOf } from './sqlite.server.ts'

const has = (c: SQLite.Database, table: string) =>
  c.prepare('select 1 from sqlite_master where name = ?').get(table) !== undefined

function sqliteUp(file: string, migrationsFolder: string) {
  mkdirSync(path.dirname(path.resolve(file)), { recursive: true })
  const c = new SQLite(file)
  try {
    const known = has(c, '__drizzle_migrations')
    const newest = 'select max(created_at) as at from __drizzle_migrations'
    const applied = known ? (c.prepare(newest).get() as { at: number | null }).at : 0
    refuseNewer(Number(applied ?? 0), migrationsFolder)
    c.pragma('journal_mode = WAL')
    // A table rebuilt with foreign keys on would delete its child rows by cascade, without an error.
    c.pragma('foreign_keys = OFF')
    migrateSqlite(onSqlite(c), { migrationsFolder })
    if (has(c, 'ocds_release')) c.exec(guardSqlite)
    const broken = c.pragma('foreign_key_check') as unknown[]
    if (broken.length) throw new Error('foreign keys broken after migration')
  } finally {
    c.close()
  }
}

const folderOf = (name: string) => {
  const folder = path.resolve('db/migrations', name)
  if (!existsSync(folder)) throw new Error(`no migrations at ${folder}`)
  return folder
}

/** Brings the database to this release's schema; refuses one written by a newer release. */
export const migrate = async (url: string, folder = folderOf(isPg ? 'postgres' : 'sqlite')) =>
  isPg
    ? (await import('./migrate-postgres.server.ts')).postgresUp(url, folder)
    : sqliteUp(fileOf(url), folder)
