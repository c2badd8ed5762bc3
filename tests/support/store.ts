import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { openStore } from '#db/client.server.ts'
import { isPg, newId } from '#db/dialect.ts'
import { migrate } from '#db/migrate.server.ts'
import type { Store } from '#db/store.ts'
import { besides, templateOn } from './template.ts'

const onServer = async (url: string, sql: string) => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(sql)
  await client.end()
}

async function freshPostgres(): Promise<{ url: string; drop: () => Promise<void> }> {
  const server = process.env.DATABASE_URL!
  const name = `t_${newId()}`
  await onServer(server, `create database ${name} template ${await templateOn(server)}`)
  return { url: besides(server, name), drop: () => onServer(server, `drop database ${name} with (force)`) }
}
async function freshSqlite() {
  const folder = mkdtempSync(path.join(tmpdir(), 'sanshe-'))
  return {
    url: `file:${folder}/test.sqlite`,
    drop: async () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** A real, empty, migrated database of its own, on the engine that DATABASE_URL names. */
export async function freshStore(): Promise<{ store: Store; url: string; close: () => Promise<void> }> {
  const { url, drop } = await (isPg ? freshPostgres() : freshSqlite())
  if (!isPg) await migrate(url) // the template of PostgreSQL is migrated already
  const store = await openStore(url)
  return {
    store,
    url,
    close: async () => {
      await store.close()
      await drop()
    },
  }
}
