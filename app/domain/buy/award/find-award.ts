import { desc, eq } from 'drizzle-orm'
import { awards, parties, proposals } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { Refusal } from '../../refusal.ts'
import { findCall } from '../proposal/find-call.ts'

export type Award = typeof awards.$inferSelect
export type AwardFacts = Awaited<ReturnType<typeof findAward>>

const awardRows = (db: Reader) =>
  db
    .select({ award: awards, proposal: proposals, supplier: parties })
    .from(awards)
    .innerJoin(proposals, eq(proposals.id, awards.proposalId))
    .innerJoin(parties, eq(parties.id, proposals.supplierId))
    .$dynamic()

/** An award with the proposal it chose, the body that made it, and the call. */
export async function findAward(db: Reader, id: string) {
  const [row] = await awardRows(db).where(eq(awards.id, id))
  if (!row) throw new Refusal('missing', 'award-missing')
  const call = await findCall(db, row.award.tenderId)
  return {
    ...row.award,
    proposal: row.proposal,
    supplier: row.supplier,
    call,
    supplierId: row.supplier.id,
    buyerId: call.buyerId,
    panelIds: call.panelIds,
    bidderIds: call.bidderIds,
    planId: call.planId,
  }
}

/** Every award ever made in a tender, the newest first: one lives, the others were declined or cancelled. */
export const awardsOf = (db: Reader, tenderId: string) =>
  db
    .select()
    .from(awards)
    .where(eq(awards.tenderId, tenderId))
    .orderBy(desc(awards.createdAt), desc(awards.run), desc(awards.rank))

export const isLive = ({ state }: Pick<Award, 'state'>) => state !== 'declined' && state !== 'cancelled'
