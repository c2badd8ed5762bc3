import { eq } from 'drizzle-orm'
import { parties, sanctions } from '#db/schema/index.ts'
import type { Town } from './world.ts'

/** A sanction decided and in force from a day on. */
export const sanctioned = (town: Town, partyId: string, from = '2026-03-02', to = '2027-03-01') =>
  town.transact((tx) =>
    tx.insert(sanctions).values({
      refNo: `CF-2026-${partyId}`,
      partyId,
      ground: 'refuses_contract',
      facts: '成交后拒绝签订合同',
      state: 'decided',
      reportedBy: 'S1',
      reporterId: 'handler',
      reportedAt: town.clock.now(),
      from,
      to,
    }),
  )
export const freed = (town: Town, partyId: string) =>
  town.transact((tx) => tx.delete(sanctions).where(eq(sanctions.partyId, partyId)))
/** A certificate that was good until a day. */
export const certifiedUntil = (town: Town, partyId: string, certificateUntil: string | null) =>
  town.transact((tx) => tx.update(parties).set({ certificateUntil }).where(eq(parties.id, partyId)))
