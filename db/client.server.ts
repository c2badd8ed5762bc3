import { isPg } from './dialect.ts'
import { openPostgres } from './postgres.server.ts'
import { openSqlite } from './sqlite.server.ts'
import type { Store } from './store.ts'

/** Opens the engine that DATABASE_URL names; migrations are applied by `migrate` first. */
export const openStore = async (url: string): Promise<Store> => (isPg ? openPostgres(url) : openSqlite(url))
