import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { openStore } from '#db/client.server.ts'
import { isPg, newId } from '#db/dialect.ts'
import { migrate } from '#db/migrate.server.ts'
import type { Store } from '#db/store.ts'

const onServer = async (url: string, sql: string) => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(sql)
  await client.end()
}

async function freshPostgres(): Promise<{ url: string; drop: () => Promise<void> }> {
  const server = process.env.DATABASE_URL!
  const name = `t_${newId()}`
  await onServer(server, `create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => onServer(server, `drop database ${name} with (force)`) }
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
  await migrate(url)
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
