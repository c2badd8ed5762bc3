import { duties } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import { dutiesData } from './duties-data.ts'

/** Puts the first version of the responsibility list in place; what is there stays as it is. */
export async function installDuties(tx: Tx) {
  const rows = dutiesData.map((duty) => ({ ...duty, version: 1, from: '2025-01-01' }))
  await tx.insert(duties).values(rows).onConflictDoNothing()
}
