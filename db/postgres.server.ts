import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import * as schema from './schema/index.ts'
import { type Reader, type Store, type Tx, violation } from './store.ts'

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))
// int8 and numeric as numbers: sums of 分 stay far below 2^53.
pg.types.setTypeParser(20, Number)
pg.types.setTypeParser(1700, Number)

/** The engine of a city: serializable, retried with jitter until a deadline. */
export async function openPostgres(url: string): Promise<Store> {
  const pool = new pg.Pool({ connectionString: url, max: 10 })
  // A server that restarts ends idle connections; the next query opens another, so the process must outlive it.
  pool.on('error', () => undefined)
  const db = drizzle(pool, { schema, casing: 'snake_case' })
  const once = (work: (tx: Tx) => Promise<unknown>) =>
    db.transaction((tx) => work(tx as unknown as Tx), { isolationLevel: 'serializable' })
  const transact = async <T>(work: (tx: Tx) => Promise<T>): Promise<T> => {
    const until = Date.now() + 10_000
    for (let n = 0; ; n++)
      try {
        return (await once(work)) as T
      } catch (e) {
        if (violation(e) !== 'retry' || Date.now() > until) throw e
        await pause(Math.random() * Math.min(2 ** n * 2, 100))
      }
  }
  return {
    db: db as unknown as Reader,
    transact,
    version: () => `p${Math.floor(Date.now() / 1000)}`,
    rows: async (query) => (await db.execute(query)).rows as never,
    ready: async () => void (await pool.query('select 1')),
    close: () => pool.end(),
  }
}
