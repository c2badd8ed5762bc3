import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdtempSync, readFileSync, renameSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { openStore } from '#db/client.server.ts'
import { migrate } from '#db/migrate.server.ts'
import type { Store } from '#db/store.ts'

/** What every copy of a template begins with; none: tables only. */
export type Settling = { name: string; settle: (store: Store) => Promise<void> }

const journal = readFileSync('db/migrations/postgres/meta/_journal.json')
const hash = createHash('sha256').update(journal).digest('hex').slice(0, 16)
/** One run of the tests shares its templates; `tests/support/run.ts` names the folder. */
const run = process.env.SANSHE_TEST_RUN ?? mkdtempSync(path.join(tmpdir(), 'sanshe-run-'))

async function prepare(url: string, settling?: Settling) {
  await migrate(url)
  if (!settling) return
  const store = await openStore(url)
  await settling.settle(store)
  await store.close()
}

/** The address of another database on the same server. */
export const besides = (server: string, database: string) => {
  const url = new URL(server)
  url.pathname = `/${database}`
  return url.href
}

async function make(client: pg.Client, server: string, name: string, settling?: Settling) {
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
  if (rowCount) return
  await client.query(`drop database if exists ${name}_new`)
  await client.query(`create database ${name}_new`)
  await prepare(besides(server, `${name}_new`), settling)
  await client.query(`alter database ${name}_new rename to ${name}`)
}

const runName = path.basename(run).replace(/\W/g, '_').toLowerCase()
/** A database on this server, made once, that each test's own is copied from: migrated, and settled where asked. */
export async function templateOn(server: string, settling?: Settling): Promise<string> {
  const name = settling ? `${runName}_${settling.name}` : `sanshe_${hash}`
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(7263002)')
    await make(client, server, name, settling)
    return name
  } finally {
    await client.end()
  }
}

/** Copies the file of a template, made once a run, to where a test wants its own. */
export async function copyTemplate(to: string, settling?: Settling) {
  const file = path.join(run, `${settling?.name ?? 'bare'}.sqlite`)
  if (!existsSync(file)) {
    const mine = `${file}.${process.pid}`
    await prepare(`file:${mine}`, settling)
    renameSync(mine, file)
  }
  copyFileSync(file, to)
}
