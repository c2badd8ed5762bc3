import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import { guardPostgres } from './append-only.ts'
import { refuseNewer } from './newer-than-code.ts'

/** Brings a PostgreSQL database to this release's schema; one process at a time. */
export async function postgresUp(connectionString: string, migrationsFolder: string) {
  const c = new pg.Client({ connectionString })
  await c.connect()
  try {
    await c.query('select pg_advisory_lock(7263001)')
    const { rows: known } = await c.query(`select to_regclass('drizzle.__drizzle_migrations') as t`)
    const at = known[0]?.t
      ? (await c.query('select max(created_at) as at from drizzle.__drizzle_migrations')).rows[0]?.at
      : 0
    refuseNewer(Number(at ?? 0), migrationsFolder)
    await migrate(drizzle(c), { migrationsFolder })
    const { rows: there } = await c.query(`select to_regclass('ocds_release') as t`)
    if (there[0]?.t) await c.query(guardPostgres)
  } finally {
    await c.end()
  }
}
