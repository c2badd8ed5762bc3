import SQLite from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { openStore } from '#db/client.server.ts'
import { isPg } from '#db/dialect.ts'
import * as schema from '#db/schema/index.ts'
import { fileOf } from '#db/sqlite.server.ts'
import type { Reader } from '#db/store.ts'
import { verifyLedger } from '#domain/deliver/payment/verify-ledger.ts'

/** Recomputes every balance of the ledger and says yes or no, beside a running server too: `npm run -s verify-ledger`. */
const url = process.env.DATABASE_URL ?? 'file:data/sanshe.sqlite'

async function onServer() {
  const store = await openStore(url)
  try {
    return await verifyLedger(store.db)
  } finally {
    await store.close()
  }
}
/** A second writer would be refused; one snapshot, read only, is enough. */
async function onFile() {
  const file = new SQLite(fileOf(url), { readonly: true })
  file.exec('BEGIN')
  try {
    return await verifyLedger(drizzle(file, { schema, casing: 'snake_case' }) as unknown as Reader)
  } finally {
    file.close()
  }
}

const { holds, entries, lines, contracts, faults } = await (isPg ? onServer() : onFile())
process.stdout.write(`${entries} entries, ${lines} lines, ${contracts} contracts\n`)
for (const { rule, of, found } of faults) process.stdout.write(`${rule}: ${of}: ${found}\n`)
process.stdout.write(holds ? 'yes: the ledger holds\n' : 'no: the ledger does not hold\n')
process.exitCode = holds ? 0 : 1
