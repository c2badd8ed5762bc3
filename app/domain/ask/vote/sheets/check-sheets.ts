import { eq } from 'drizzle-orm'
import { paperSheets } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { Refusal } from '../../../refusal.ts'
import { batchesOf } from './find-batch.ts'

/** Before the box is closed every batch is back and every filled-in sheet of it was settled. */
export async function checkSheets(db: Reader, roundId: string): Promise<void> {
  for (const batch of await batchesOf(db, roundId)) {
    if (!batch.returnedAt) throw new Refusal('conflict', 'batch-still-out', { batch: batch.ordinal })
    const settled = await db.$count(paperSheets, eq(paperSheets.batchId, batch.id))
    const left = (batch.used ?? 0) - settled
    if (left > 0) throw new Refusal('conflict', 'sheets-unread', { batch: batch.ordinal, n: left })
  }
}
