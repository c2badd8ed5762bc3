import { and, desc, eq } from 'drizzle-orm'
import {
  acceptanceItems,
  acceptanceOpinions,
  acceptanceSigns,
  acceptances,
  serviceUsers,
} from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { Refusal } from '../../refusal.ts'
import type { Actor } from '../../who/actor.ts'
import { findMilestone, type MilestoneFacts } from '../milestone/find-milestone.ts'
import { counted, type Lot, lotsOf } from './lots.ts'
import { satisfactionOf } from './satisfaction.ts'

export type Acceptance = typeof acceptances.$inferSelect
export type Opinion = typeof acceptanceOpinions.$inferSelect
export type Sign = typeof acceptanceSigns.$inferSelect
export type Item = typeof acceptanceItems.$inferSelect
export type AcceptanceFacts = Acceptance & {
  milestone: MilestoneFacts
  /** Those that count: of whom the lot fell on. */
  opinions: Opinion[]
  /** Said by others who were served: the group reads them, they count for nothing. */
  beside: Opinion[]
  lots: Lot[]
  signs: Sign[]
  items: Item[]
  /** Whole percent of level 4 and 5 so far; null while nobody was heard. */
  heard: number | null
  /** How many are still to be heard. */
  missing: number
}

/** One acceptance with its milestone, contract, opinions and signatures. */
export async function findAcceptance(db: Reader, id: string): Promise<AcceptanceFacts> {
  const [found] = await db.select().from(acceptances).where(eq(acceptances.id, id))
  if (!found) throw new Refusal('missing', 'acceptance-missing')
  const said = await db.select().from(acceptanceOpinions).where(eq(acceptanceOpinions.acceptanceId, id))
  const lots = await lotsOf(db, id)
  const { opinions, beside, missing } = counted(found, lots, said)
  return {
    ...found,
    ...{ opinions, beside, missing, lots },
    milestone: await findMilestone(db, found.milestoneId),
    signs: await db.select().from(acceptanceSigns).where(eq(acceptanceSigns.acceptanceId, id)),
    items: await db.select().from(acceptanceItems).where(eq(acceptanceItems.acceptanceId, id)),
    heard: satisfactionOf(opinions.map((o) => o.level)),
  }
}

/** What the policy asks about an acceptance. */
export const subjectOf = (a: AcceptanceFacts) => ({
  ...a.milestone.contract,
  openedBy: a.openedBy,
  signedBy: a.signs.map((s) => s.personId),
})

/** Every acceptance a milestone went through, newest first. */
export const acceptancesOf = (db: Reader, milestoneId: string) =>
  db
    .select()
    .from(acceptances)
    .where(eq(acceptances.milestoneId, milestoneId))
    .orderBy(desc(acceptances.openedAt))

/** The service user this signed-in person is, in one contract: by link, or by the telephone both gave. */
export async function servedAs(db: Reader, actor: Actor, contractId: string, phoneHash: string | null) {
  if (!actor.personId) return null
  const users = await db
    .select()
    .from(serviceUsers)
    .where(and(eq(serviceUsers.contractId, contractId)))
  return (
    users.find((u) => u.personId === actor.personId || (phoneHash !== null && u.phoneHash === phoneHash)) ??
    null
  )
}
