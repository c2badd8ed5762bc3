import type { ExtractTablesWithRelations, SQL } from 'drizzle-orm'
import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core'
import type * as schema from './schema/index.ts'

type Face = BaseSQLiteDatabase<'async', unknown, typeof schema, ExtractTablesWithRelations<typeof schema>>

/** Reads outside any transaction; its type has no way to write. */
export type Reader = Pick<Face, 'select' | 'selectDistinct' | '$count' | '$with' | 'with'>
/** Writes, only inside `transact`. */
export type Tx = Reader & Pick<Face, 'insert' | 'update' | 'delete'>
export type Transact = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>

export type Store = {
  db: Reader
  /** Runs the work in one durable transaction; resolves only after the commit is on disk. */
  transact: Transact
  /** A word that changes with every commit (SQLite) or every second (PostgreSQL): the page cache keys on it. */
  version: () => string
  /** Raw reads for checks and exports. */
  rows: <T>(query: SQL) => Promise<T[]>
  /** Whether a write of the last minute found no room, and none has succeeded since. */
  full: () => boolean
  /** Fails when the store cannot be written. */
  ready: () => Promise<void>
  /**
   * After an erasure was committed: leaves no earlier copy of a page in SQLite's files. False where readers hold it up.
   * PostgreSQL forgets by its own VACUUM, so nothing is done there.
   */
  scrub: () => Promise<boolean>
  close: () => Promise<void>
}

/** `waits`: nobody is told “done” before the disk has it; only a file that nobody knows yet may be written without. */
export type Durable = { waits: boolean }

/** The database was written by a newer release than this code. */
export const newerThanCode = 'database-newer-than-code'
/** Another process already writes this SQLite file. */
export const lockedByOther = 'database-locked-by-another-process'

const codeOf = (error: unknown): string => {
  const e = error as { code?: unknown; cause?: unknown } | null
  return typeof e?.code === 'string' ? e.code : e?.cause ? codeOf(e.cause) : ''
}
/** Whether the disk, or the room a database was given, is used up: SQLite, PostgreSQL and the file system say it each its own way. */
export const isNoRoom = (error: unknown) =>
  ['SQLITE_FULL', '53100', 'ENOSPC', 'EDQUOT'].includes(codeOf(error))

const REMEMBERED = 60_000
/** Remembers that a write found no room, until one succeeds or a minute has passed: only a write can tell. */
export function watchRoom(now: () => number = performance.now.bind(performance)) {
  let failedAt = Number.NEGATIVE_INFINITY
  return {
    full: () => now() - failedAt < REMEMBERED,
    wrote: () => {
      failedAt = Number.NEGATIVE_INFINITY
    },
    failed: (error: unknown) => {
      if (isNoRoom(error)) failedAt = now()
    },
  }
}

/** What a driver refused: the same word for both engines. */
export function violation(error: unknown): 'unique' | 'foreign' | 'check' | 'retry' | null {
  const code = codeOf(error)
  if (/CONSTRAINT_(UNIQUE|PRIMARYKEY)/.test(code) || code === '23505') return 'unique'
  if (/CONSTRAINT_FOREIGNKEY/.test(code) || code === '23503') return 'foreign'
  if (/CONSTRAINT_(CHECK|TRIGGER)/.test(code) || code === '23514') return 'check'
  return ['40001', '40P01'].includes(code) ? 'retry' : null
}
