import { AsyncLocalStorage } from 'node:async_hooks'
import { closeSync, mkdirSync, openSync } from 'node:fs'
import path from 'node:path'
import SQLite from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { beat } from './heartbeat.ts'
import { keepSelections } from './kept-selections.ts'
import { keepStatements } from './kept-statements.ts'
import { quickWords } from './quick-words.ts'
import { type Durable, lockedByOther, type Reader, type Store, type Tx, watchRoom } from './store.ts'

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))
const inside = new AsyncLocalStorage<boolean>()
export const fileOf = (url: string) => url.replace(/^file:/, '')

/** 毫秒 a reader waits for a checkpoint to let it by; the writer waits without holding up the process. */
const READER_WAITS = 5_000
function connect(file: string, { waits }: Durable, options: SQLite.Options = {}) {
  const c = new SQLite(file, { timeout: options.readonly ? READER_WAITS : 0, ...options })
  if (!options.readonly) c.pragma('journal_mode = WAL')
  c.pragma(`synchronous = ${waits ? 'FULL' : 'OFF'}`)
  c.pragma('foreign_keys = ON')
  c.pragma('secure_delete = ON')
  c.pragma('trusted_schema = OFF')
  c.pragma('cache_size = -32768')
  return keepStatements(c)
}

/** What must hold before anyone is told that a write is done. */
function assertDurable(c: SQLite.Database, { waits }: Durable) {
  const is = (name: string) => String(c.pragma(name, { simple: true }))
  const wrong = {
    journal_mode: 'wal',
    synchronous: waits ? '2' : '0',
    foreign_keys: '1',
    secure_delete: '1',
    trusted_schema: '0',
  }
  for (const [name, want] of Object.entries(wrong))
    if (is(name) !== want) throw new Error(`sqlite ${name} is ${is(name)}, not ${want}`)
}

/** One writing process a file: the lock falls with the process, however it dies. */
export function lockFile(file: string) {
  const lock = new SQLite(`${file}.lock`, { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch {
    lock.close()
    throw new Error(lockedByOther)
  }
  return lock
}

type Job = { run: () => Promise<unknown>; ok: (v: unknown) => void; fail: (e: unknown) => void }

async function begin(writer: SQLite.Database) {
  const until = Date.now() + 10_000
  for (let wait = 1; ; wait = Math.min(wait * 2, 50))
    try {
      writer.exec('BEGIN IMMEDIATE')
      return
    } catch (e) {
      if ((e as { code?: string }).code !== 'SQLITE_BUSY' || Date.now() > until) throw e
      await pause(wait)
    }
}

type Refuse = (job: Job, error: unknown) => void
/** Each job in its own savepoint: one refusal undoes only itself. */
async function runJob(writer: SQLite.Database, job: Job, refuse: Refuse): Promise<() => void> {
  writer.prepare('SAVEPOINT job').run()
  try {
    const value = await job.run()
    writer.prepare('RELEASE job').run()
    return () => job.ok(value)
  } catch (e) {
    if (!writer.inTransaction) throw e // disk full and the like: SQLite undid the whole batch
    writer.exec('ROLLBACK TO job; RELEASE job')
    return () => refuse(job, e)
  }
}

type Noted = { committed: () => void; failed: (error: unknown) => void }
/** One BEGIN … COMMIT for many jobs; nobody is told "done" before it, and if it fails all are told so. */
const batchesOn = (writer: SQLite.Database, noted: Noted) => {
  const refuse = (job: Job, error: unknown) => {
    noted.failed(error)
    job.fail(error)
  }
  return async (batch: Job[]) => {
    const answers: Array<() => void> = []
    try {
      await begin(writer)
      for (const job of batch) answers.push(await runJob(writer, job, refuse))
      writer.exec('COMMIT')
      noted.committed()
      for (const answer of answers) answer()
    } catch (e) {
      if (writer.inTransaction) writer.exec('ROLLBACK')
      for (const job of batch) refuse(job, e)
    }
  }
}

/** Group commit: jobs queued while one batch runs share the next one, that is one sync to disk. */
function groupCommit(writer: SQLite.Database, noted: Noted) {
  const queue: Job[] = []
  const runBatch = batchesOn(writer, noted)
  let busy = false
  const pump = async () => {
    if (busy) return
    busy = true
    while (queue.length) await runBatch(queue.splice(0, 128))
    busy = false
  }
  return (job: Job) => {
    queue.push(job)
    setImmediate(pump)
  }
}

/** Counts the commits, and sees by them whether there is room to write. */
function watchWriter(writer: SQLite.Database) {
  const { full, failed, wrote } = watchRoom()
  const rowsChanged = writer.prepare('select total_changes() as n')
  const seen = { commits: 0, changes: 0 }
  const committed = () => {
    seen.commits += 1
    const { n } = rowsChanged.get() as { n: number }
    if (n > seen.changes) wrote()
    seen.changes = n
  }
  return { noted: { failed, committed }, told: { full, version: () => `s${seen.commits}` } }
}

/** 毫秒 a scrub goes on asking while somebody still reads an earlier page, or writes. */
const SCRUB_WAITS = 1_000
/** The log goes into the file and is cut to nothing: deleted rows stand in its old pages until then. */
async function scrub(writer: SQLite.Database): Promise<boolean> {
  for (const until = Date.now() + SCRUB_WAITS; ; await pause(25)) {
    try {
      const [told] = writer.pragma('wal_checkpoint(TRUNCATE)') as Array<{ busy: number }>
      if (told?.busy === 0) return true
    } catch (e) {
      // In a batch of its own connection it is refused as locked; anything else will not mend by waiting.
      if (!/^SQLITE_(BUSY|LOCKED)/.test(String((e as { code?: string }).code))) return false
    }
    if (Date.now() > until) return false
  }
}

const speak = (c: SQLite.Database) => quickWords(keepSelections(drizzle(c, { casing: 'snake_case' })))

/** A new database is its owner's alone; what SQLite lays beside it takes its mode. One that is there keeps its own. */
function layDown(file: string) {
  mkdirSync(path.dirname(path.resolve(file)), { recursive: true })
  if (file !== ':memory:') closeSync(openSync(file, 'a', 0o600))
}

/** The embedded engine: a read-only connection, and one writer behind a queue. */
export function openSqlite(url: string, durable: Durable = { waits: true }): Store {
  const file = fileOf(url)
  layDown(file)
  const lock = lockFile(file)
  const writer = connect(file, durable)
  assertDurable(writer, durable)
  const reader = connect(file, durable, { readonly: true })
  const [tx, read] = [speak(writer) as unknown as Tx, speak(reader)]
  const { noted, told } = watchWriter(writer)
  const enqueue = groupCommit(writer, noted)
  const transact = <T>(work: (t: Tx) => Promise<T>) =>
    new Promise<T>((ok, fail) => {
      if (inside.getStore()) fail(new Error('transact inside a transaction: use its tx'))
      else enqueue({ run: () => inside.run(true, () => work(tx)), ok: ok as (v: unknown) => void, fail })
    })
  return {
    db: read as unknown as Reader,
    transact,
    ...told,
    rows: async (query) => read.all(query) as never,
    ready: () => transact(beat),
    scrub: () => scrub(writer),
    close: async () => {
      reader.close()
      writer.pragma('wal_checkpoint(TRUNCATE)')
      writer.close()
      lock.close()
    },
  }
}
