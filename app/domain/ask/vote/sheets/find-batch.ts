import { asc, eq } from 'drizzle-orm'
import { paperBatches } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { Refusal } from '../../../refusal.ts'
import { findRound, helperBodies } from '../find-round.ts'

export type Batch = typeof paperBatches.$inferSelect

/** A batch of sheets with its round and the bodies whose people may handle it. */
export async function findBatch(db: Reader, batchId: string) {
  const [batch] = await db.select().from(paperBatches).where(eq(paperBatches.id, batchId))
  if (!batch) throw new Refusal('missing', 'no-such-batch')
  const round = await findRound(db, batch.roundId)
  return { batch, round, bodies: await helperBodies(db, round.communityId) }
}

export const batchesOf = (db: Reader, roundId: string): Promise<Batch[]> =>
  db.select().from(paperBatches).where(eq(paperBatches.roundId, roundId)).orderBy(asc(paperBatches.ordinal))

/** 票号: as printed on a sheet, batch and line. */
export const sheetNo = (batch: Pick<Batch, 'ordinal'>, line: number) =>
  `${String(batch.ordinal).padStart(2, '0')}-${String(line).padStart(3, '0')}`
