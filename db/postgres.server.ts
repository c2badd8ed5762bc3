import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { beat } from './heartbeat.ts'
import { keepSelections } from './kept-selections.ts'
import * as schema from './schema/index.ts'
import { type Reader, type Store, type Tx, violation, watchRoom } from './store.ts'

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))
// int8 and numeric as numbers: sums of 分 stay far below 2^53.
pg.types.setTypeParser(20, Number)
pg.types.setTypeParser(1700, Number)

type Base = NodePgDatabase<typeof schema>
type Work<T> = (tx: Tx) => Promise<T>
const options = { schema, casing: 'snake_case' } as const
const runOnce = <T>(db: Base, work: Work<T>) =>
  db.transaction((tx) => work(tx as unknown as Tx), { isolationLevel: 'serializable' })

/** One connection answers one query at a time: of those asked together, as readers within a transaction do, each waits its turn. */
function inOrder(client: pg.PoolClient) {
  const send = client.query.bind(client) as (...asked: unknown[]) => Promise<unknown>
  let last: Promise<unknown> = Promise.resolve()
  client.query = ((...asked: unknown[]) => {
    if (typeof asked.at(-1) === 'function') return send(...asked)
    const mine = last.then(() => send(...asked))
    last = mine.catch(() => undefined)
    return mine
  }) as typeof client.query
}

const TURN = 7263003
/**
 * One at a time, across all processes: a crowd at one row would else go on undoing one another's work. The lock is taken
 * before the transaction begins, so that it sees what the one before it left.
 */
function openQueue(pool: pg.Pool) {
  let last: Promise<unknown> = Promise.resolve()
  const take = async <T>(run: (db: Base) => Promise<T>): Promise<T> => {
    const client = await pool.connect()
    let sound = false
    try {
      await client.query('select pg_advisory_lock($1)', [TURN])
      return await run(drizzle(client, options)).finally(async () => {
        await client.query('select pg_advisory_unlock($1)', [TURN])
        sound = true
      })
    } finally {
      client.release(!sound)
    }
  }
  return <T>(run: (db: Base) => Promise<T>): Promise<T> => {
    const mine = last.then(() => take(run))
    last = mine.catch(() => undefined)
    return mine
  }
}

/** Two who make the same row at once: PostgreSQL tells one of them of the row, not of the race, so it looks again. */
const mayPass = (error: unknown, times: number) => {
  const said = violation(error)
  return said === 'retry' || (said === 'unique' && times < 3)
}

async function retried<T>(db: Base, work: Work<T>, until: number): Promise<T> {
  for (let n = 0; ; n++)
    try {
      return await runOnce(db, work)
    } catch (e) {
      if (!mayPass(e, n) || Date.now() > until) throw e
      await pause(Math.random() * Math.min(2 ** n * 2, 100))
    }
}

/** Runs work in a transaction: by itself first, and in turn with the others when it met one. */
function transactOn(pool: pg.Pool, db: Base) {
  const inTurn = openQueue(pool)
  return async <T>(work: Work<T>): Promise<T> => {
    const until = Date.now() + 10_000
    try {
      return await runOnce(db, work)
    } catch (e) {
      if (!mayPass(e, 0)) throw e
      return inTurn((own) => retried(own, work, until))
    }
  }
}

/** The engine of a city: serializable; work that met other work queues and is tried again until a deadline. */
export async function openPostgres(url: string): Promise<Store> {
  const pool = new pg.Pool({ connectionString: url, max: 10 })
  // A server that restarts ends idle connections; the next query opens another, so the process must outlive it.
  pool.on('error', () => undefined)
  pool.on('connect', inOrder)
  const db = keepSelections(drizzle(pool, options))
  const transact = transactOn(pool, db)
  const room = watchRoom()
  const noted = async <T>(work: Work<T>): Promise<T> => {
    try {
      const done = await transact(work)
      room.wrote()
      return done
    } catch (e) {
      room.failed(e)
      throw e
    }
  }
  return {
    db: db as unknown as Reader,
    transact: noted,
    full: room.full,
    version: () => `p${Math.floor(Date.now() / 1000)}`,
    rows: async (query) => (await db.execute(query)).rows as never,
    ready: () => noted(beat),
    scrub: async () => true,
    close: () => pool.end(),
  }
}
