import { eq } from 'drizzle-orm'
import { roundBoxes, trustees } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'

/** 忘掉密钥: after the count, or when a round is void, no share is left here; printed ones open what holds no name any more. */
export async function forgetKey(tx: Tx, roundId: string): Promise<void> {
  await tx
    .update(trustees)
    .set({ keyLocked: null, shareSealed: null, shareOffered: null, offeredAt: null })
    .where(eq(trustees.roundId, roundId))
  await tx.update(roundBoxes).set({ probe: '' }).where(eq(roundBoxes.roundId, roundId))
}
