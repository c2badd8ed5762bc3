import { and, eq } from 'drizzle-orm'
import { ballotLinks, ballots, participations, rollEntries } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'

/** 回执: that a ballot was taken in, never what is on it. The seal's hash is to be had only until the count. */
export async function receiptOf(db: Reader, entryId: string) {
  const [found] = await db
    .select({
      roundId: participations.roundId,
      helperId: participations.helperId,
      receiptNo: participations.receiptNo,
      channel: participations.channel,
      spoiled: participations.spoiled,
      label: rollEntries.label,
      sealHash: ballots.sealHash,
    })
    .from(participations)
    .innerJoin(rollEntries, eq(rollEntries.id, participations.rollEntryId))
    .leftJoin(ballotLinks, eq(ballotLinks.rollEntryId, participations.rollEntryId))
    .leftJoin(ballots, eq(ballots.id, ballotLinks.ballotId))
    .where(eq(participations.rollEntryId, entryId))
  return found ?? null
}

/** 查我的票: whether a receipt stands in this round. A receipt that was voted over is no longer found. */
export async function receiptStands(db: Reader, roundId: string, receiptNo: string) {
  const [found] = await db
    .select({ channel: participations.channel, spoiled: participations.spoiled })
    .from(participations)
    .where(and(eq(participations.roundId, roundId), eq(participations.receiptNo, receiptNo)))
  return found ?? null
}
