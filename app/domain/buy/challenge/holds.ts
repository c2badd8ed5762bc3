import { and, eq, gte, inArray } from 'drizzle-orm'
import { amendments, challenges, complaints, evaluationVersions, tenders } from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import type { remedies } from '#db/vocabulary.ts'
import { Refusal } from '../../refusal.ts'
import { liveChallenges } from './live-challenges.ts'

type Remedy = (typeof remedies)[number]
export type Hold = { key: 'challenge-live' | 'complaint-live' | 'amendment-awaited'; until: Date | null }

/** Complaints that stop the purchase: until the district takes one up, and then for as long as it ordered (政府采购法 第五十七条). */
export async function holdingComplaints(db: Reader, tenderId: string, now: Date) {
  const open = await db
    .select()
    .from(complaints)
    .where(and(eq(complaints.tenderId, tenderId), inArray(complaints.state, ['filed', 'accepted'])))
  return open.filter(
    (c) => c.state === 'filed' || (c.suspendedUntil && !c.resumedAt && now < c.suspendedUntil),
  )
}

/** When the buyer or the district last ordered a remedy; null: never. */
async function lastRemedy(db: Reader, tenderId: string, remedy: Remedy): Promise<Date | null> {
  const byBuyer = await db
    .select({ at: challenges.repliedAt })
    .from(challenges)
    .where(and(eq(challenges.tenderId, tenderId), eq(challenges.remedy, remedy)))
  const byDistrict = await db
    .select({ at: complaints.decidedAt })
    .from(complaints)
    .where(and(eq(complaints.tenderId, tenderId), eq(complaints.remedy, remedy)))
  const said = [...byBuyer, ...byDistrict].map(({ at }) => at?.getTime() ?? 0)
  return said.length > 0 ? new Date(Math.max(...said)) : null
}

/** A document found wanting is put right before anything is opened: whether that change is still awaited. */
export async function awaitsAmendment(db: Reader, tenderId: string) {
  const since = await lastRemedy(db, tenderId, 'amend')
  if (!since) return false
  const changed = and(eq(amendments.tenderId, tenderId), gte(amendments.publishedAt, since))
  return (await db.$count(amendments, changed)) === 0
}

/** 责令重新评审: ordered, and the report not yet opened again. */
export async function awaitsReevaluation(db: Reader, tenderId: string) {
  const since = await lastRemedy(db, tenderId, 're_evaluate')
  if (!since) return false
  const again = gte(evaluationVersions.reopenedAt, since)
  return (await db.$count(evaluationVersions, and(eq(evaluationVersions.tenderId, tenderId), again))) === 0
}

/** What keeps a purchase from going on at this moment, or null. */
export async function holdOn(db: Reader, tenderId: string, now: Date): Promise<Hold | null> {
  if ((await liveChallenges(db, tenderId)).length > 0) return { key: 'challenge-live', until: null }
  const held = await holdingComplaints(db, tenderId, now)
  if (held.length > 0) return { key: 'complaint-live', until: held[0]!.suspendedUntil }
  return (await awaitsAmendment(db, tenderId)) ? { key: 'amendment-awaited', until: null } : null
}

/** 处理期间不推进: nothing is confirmed, published, put in effect or signed while something holds it. */
export async function refuseHeld(db: Reader, tenderId: string, now: Date) {
  const hold = await holdOn(db, tenderId, now)
  if (hold) throw new Refusal('conflict', hold.key)
}

/** The tender carries the mark of a hold, and only while there is one; a suspension that ran out is read by `holdOn`. */
export async function markSuspended(tx: Tx, tenderId: string, now: Date) {
  const suspended = (await holdOn(tx, tenderId, now)) !== null
  await tx.update(tenders).set({ suspended }).where(eq(tenders.id, tenderId))
}
