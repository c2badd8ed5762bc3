import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import pg from 'pg'
import { migrate } from '#db/migrate.server.ts'

const journal = readFileSync('db/migrations/postgres/meta/_journal.json')
const name = `sanshe_${createHash('sha256').update(journal).digest('hex').slice(0, 16)}`

/** The address of another database on the same server. */
export const besides = (server: string, database: string) => {
  const url = new URL(server)
  url.pathname = `/${database}`
  return url.href
}

async function make(client: pg.Client, server: string) {
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
  if (rowCount) return
  await client.query(`drop database if exists ${name}_new`)
  await client.query(`create database ${name}_new`)
  await migrate(besides(server, `${name}_new`))
  await client.query(`alter database ${name}_new rename to ${name}`)
}

/** A migrated, empty database on this server, made once, that each test's own is copied from. */
export async function templateOn(server: string): Promise<string> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(7263002)')
    await make(client, server)
    return name
  } finally {
    await client.end()
  }
}
