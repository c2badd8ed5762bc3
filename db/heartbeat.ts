import { sql } from 'drizzle-orm'
import { counters } from './schema/index.ts'
import type { Tx } from './store.ts'

/** Writes one row: only a write tells whether a database can be written. */
export const beat = async (tx: Tx) => {
  await tx
    .insert(counters)
    .values({ id: 'heartbeat', value: 1 })
    .onConflictDoUpdate({ target: counters.id, set: { value: sql`${counters.value} + 1` } })
}
