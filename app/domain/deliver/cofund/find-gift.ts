import { eq } from 'drizzle-orm'
import { acceptanceSigns, acceptances, gifts, parties, pots } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { Refusal } from '../../refusal.ts'
import { findMilestone, type MilestoneFacts } from '../milestone/find-milestone.ts'

export type Pot = typeof pots.$inferSelect
export type Gift = typeof gifts.$inferSelect
export type PotFacts = Pot & { milestone: MilestoneFacts; receiver: string }
export type GiftFacts = Gift & { pot: PotFacts }

/** One pot with the part of the contract it is for. */
export async function findPot(db: Reader, id: string): Promise<PotFacts> {
  const [found] = await db
    .select({ pot: pots, receiver: parties.name })
    .from(pots)
    .innerJoin(parties, eq(parties.id, pots.receiverId))
    .where(eq(pots.id, id))
  if (!found) throw new Refusal('missing', 'pot-missing')
  return { ...found.pot, receiver: found.receiver, milestone: await findMilestone(db, found.pot.milestoneId) }
}

/** One gift with its pot. */
export async function findGift(db: Reader, id: string): Promise<GiftFacts> {
  const [found] = await db.select().from(gifts).where(eq(gifts.id, id))
  if (!found) throw new Refusal('missing', 'gift-missing')
  return { ...found, pot: await findPot(db, found.potId) }
}

/** Who signed that the part was done: none of them releases its money. */
export async function acceptedBy(db: Reader, milestoneId: string): Promise<string[]> {
  const rows = await db
    .select({ personId: acceptanceSigns.personId })
    .from(acceptanceSigns)
    .innerJoin(acceptances, eq(acceptances.id, acceptanceSigns.acceptanceId))
    .where(eq(acceptances.milestoneId, milestoneId))
  return rows.map((row) => row.personId)
}

/** What the policy asks about a pot. */
export const potSubject = (pot: PotFacts) => ({
  buyerId: pot.milestone.contract.buyerId,
  receiverId: pot.receiverId,
  supplierId: pot.milestone.contract.supplierId,
})
/** What the policy asks about a gift. */
export const giftSubject = async (db: Reader, gift: GiftFacts) => ({
  ...potSubject(gift.pot),
  payerId: gift.payerId,
  payerPartyId: gift.payerPartyId,
  openedBy: gift.pot.openedBy,
  acceptedBy: await acceptedBy(db, gift.pot.milestoneId),
})
