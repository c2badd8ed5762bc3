import { and, eq, inArray } from 'drizzle-orm'
import { awards, complaints, parties, places, proposals } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { Refusal } from '../../refusal.ts'
import { partiesOfAward } from '../proposal/consortium/parties-of.ts'
import { findChallenge } from './find-challenge.ts'

/** The place and everything above it. */
async function upwards(db: Reader, placeId: string | null): Promise<string[]> {
  const ids: string[] = []
  for (let at = placeId; at !== null && !ids.includes(at); ) {
    ids.push(at)
    const [place] = await db.select().from(places).where(eq(places.id, at))
    at = place?.parentId ?? null
  }
  return ids
}

/** 监管部门: the district's offices over a buyer; the buyer itself only where there is no other. */
export async function overseersOf(
  db: Reader,
  buyer: { id: string; placeId: string | null },
): Promise<string[]> {
  const offices = await db
    .select({ id: parties.id })
    .from(parties)
    .where(
      and(eq(parties.kind, 'district_office'), inArray(parties.placeId, await upwards(db, buyer.placeId))),
    )
  const others = offices.filter(({ id }) => id !== buyer.id)
  return (others.length > 0 ? others : offices).map(({ id }) => id)
}

/** Whoever was awarded: the body itself, and those it bid with. */
async function awardedBy(db: Reader, awardId: string | null): Promise<string[]> {
  if (!awardId) return []
  const [lead] = await db
    .select({ id: proposals.supplierId })
    .from(awards)
    .innerJoin(proposals, eq(proposals.id, awards.proposalId))
    .where(eq(awards.id, awardId))
  const joint = (await partiesOfAward(db, awardId)).map((p) => p.partyId)
  return [...new Set([...(lead ? [lead.id] : []), ...joint])]
}

/** A complaint with its challenge, and everyone who has had a hand in what it is about. */
export async function findComplaint(db: Reader, id: string) {
  const [was] = await db.select().from(complaints).where(eq(complaints.id, id))
  if (!was) throw new Refusal('missing', 'complaint-missing')
  const challenge = await findChallenge(db, was.challengeId)
  const { call, buyerId, panelIds, bidderIds, planId, awardId } = challenge
  const made = await db.select().from(awards).where(eq(awards.tenderId, was.tenderId))
  const awardedIds = await awardedBy(db, awardId)
  const handled = [
    challenge.repliedBy,
    call.requirementBy,
    ...made.flatMap((a) => [a.proposedBy, a.confirmedBy]),
  ]
  return {
    ...was,
    challenge,
    call,
    award: made.find((a) => a.id === awardId) ?? null,
    buyerId,
    panelIds,
    bidderIds,
    planId,
    overseerIds: await overseersOf(db, call.buyer),
    /** 与投诉事项有关的当事人: whoever was awarded; they read it once a copy went to them. */
    concernedIds: was.copiesAt ? awardedIds : [],
    awardedIds,
    handledBy: handled.filter((one) => one != null),
  }
}
export type ComplaintFacts = Awaited<ReturnType<typeof findComplaint>>

export const complaintOf = async (db: Reader, challengeId: string) =>
  (await db.select().from(complaints).where(eq(complaints.challengeId, challengeId)))[0] ?? null
