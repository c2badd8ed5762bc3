import { isPg } from './dialect.ts'
import { openSqlite } from './sqlite.server.ts'
import type { Durable, Store } from './store.ts'

/** Opens the engine that DATABASE_URL names, and loads no other; migrations are applied by `migrate` first. */
export const openStore = async (url: string, durable?: Durable): Promise<Store> =>
  isPg ? (await import('./postgres.server.ts')).openPostgres(url) : openSqlite(url, durable)
