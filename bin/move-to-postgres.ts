import { existsSync } from 'node:fs'
import { openStore } from '#db/client.server.ts'
import { isPg } from '#db/dialect.ts'
import { moveToPostgres } from '#db/move-to-postgres.server.ts'
import { fileOf } from '#db/sqlite.server.ts'
import { verifyLedger } from '#domain/deliver/payment/verify-ledger.ts'
import { giveUp } from './give-up.ts'

/** Takes a stopped SQLite database over: `DATABASE_URL=postgres://… npm run -s move-to-postgres -- data/sanshe.sqlite`. */
const [from, ...more] = process.argv.slice(2)
const url = process.env.DATABASE_URL ?? ''
if (!from || more.length > 0 || !isPg) {
  process.stdout.write('DATABASE_URL=postgres://… npm run -s move-to-postgres -- <SQLite file>\n')
  process.exit(2)
}
const file = fileOf(from)
if (!existsSync(file)) {
  process.stderr.write(`There is no SQLite database at ${file}. Nothing was moved.\n`)
  process.exit(1)
}
process.on('uncaughtException', (error) => giveUp(error, undefined))
let moved = 0
const folders = { sqlite: 'db/migrations/sqlite', postgres: 'db/migrations/postgres' }
await moveToPostgres({ file, url, folders }, (table, rows) => {
  moved += rows
  if (rows > 0) process.stdout.write(`  ${table}: ${rows}\n`)
})
const store = await openStore(url)
const { holds, entries } = await verifyLedger(store.db)
await store.close()
process.stdout.write(
  `${moved} rows moved; ${entries} entries of the ledger, which ${holds ? 'holds' : 'DOES NOT HOLD'}\n`,
)
process.exitCode = holds ? 0 : 1
