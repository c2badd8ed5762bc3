import { meetingRules } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import { rulesData } from './rules-data.ts'

/** Puts the first version of every kind of meeting's rule in place; what is there stays as it is. */
export async function installRules(tx: Tx, createdAt: Date) {
  const first = rulesData.map((r) => ({ ...r, scope: '*', version: 1, from: '2025-01-01', createdAt }))
  await tx.insert(meetingRules).values(first).onConflictDoNothing()
}
