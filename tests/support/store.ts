import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { openStore } from '#db/client.server.ts'
import { isPg, newId } from '#db/dialect.ts'
import type { Store } from '#db/store.ts'
import { besides, copyTemplate, type Settling, templateOn } from './template.ts'

const onServer = async (url: string, sql: string) => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(sql)
  await client.end()
}

async function freshPostgres(settling?: Settling): Promise<{ url: string; drop: () => Promise<void> }> {
  const server = process.env.DATABASE_URL!
  const name = `t_${newId()}`
  const template = await templateOn(server, settling)
  await onServer(server, `create database ${name} template ${template} strategy file_copy`)
  return { url: besides(server, name), drop: () => onServer(server, `drop database ${name} with (force)`) }
}
async function freshSqlite(settling?: Settling) {
  const folder = mkdtempSync(path.join(tmpdir(), 'sanshe-'))
  await copyTemplate(path.join(folder, 'test.sqlite'), settling)
  return {
    url: `file:${folder}/test.sqlite`,
    drop: async () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** A migrated database of its own that nobody has opened yet. */
export const freshDatabase = (settling?: Settling) => (isPg ? freshPostgres(settling) : freshSqlite(settling))

/** A real, migrated database of its own, on the engine that DATABASE_URL names: empty, or settled as asked. */
export async function freshStore(
  settling?: Settling,
): Promise<{ store: Store; url: string; close: () => Promise<void> }> {
  const { url, drop } = await freshDatabase(settling)
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
