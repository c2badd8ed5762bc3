import { and, count, eq, inArray, ne } from 'drizzle-orm'
import { challenges, complaints, contracts, milestones, parties, ratings, tenders } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { waysOf } from '../buy/plan/ways-of-plans.ts'
import { roadOf } from './road.ts'

const tendersOf = (db: Reader, planIds: string[]) =>
  db
    .select({ planId: tenders.planId, state: tenders.state })
    .from(tenders)
    .where(inArray(tenders.planId, planIds))
    .orderBy(tenders.createdAt)
const challengesOf = (db: Reader, planIds: string[]) =>
  db
    .select({ planId: tenders.planId, state: challenges.state })
    .from(challenges)
    .innerJoin(tenders, eq(tenders.id, challenges.tenderId))
    .where(inArray(tenders.planId, planIds))
    .orderBy(challenges.submittedAt)
const complaintsOf = (db: Reader, planIds: string[]) =>
  db
    .select({ planId: tenders.planId, state: complaints.state })
    .from(complaints)
    .innerJoin(tenders, eq(tenders.id, complaints.tenderId))
    .where(inArray(tenders.planId, planIds))
    .orderBy(complaints.filedAt)
const contractsOf = (db: Reader, planIds: string[]) =>
  db
    .select({
      planId: contracts.planId,
      id: contracts.id,
      state: contracts.state,
      price: contracts.price,
      supplier: parties.name,
    })
    .from(contracts)
    .innerJoin(parties, eq(parties.id, contracts.supplierId))
    .where(inArray(contracts.planId, planIds))
    .orderBy(contracts.createdAt)
const gatesOf = (db: Reader, planIds: string[]) =>
  db
    .select({ planId: contracts.planId, percent: milestones.percent })
    .from(milestones)
    .innerJoin(contracts, eq(contracts.id, milestones.contractId))
    .where(and(inArray(contracts.planId, planIds), eq(milestones.state, 'accepted')))
const ratingsOf = (db: Reader, planIds: string[]) =>
  db
    .select({ planId: contracts.planId, n: count() })
    .from(ratings)
    .innerJoin(contracts, eq(contracts.id, ratings.contractId))
    .where(and(inArray(contracts.planId, planIds), ne(ratings.state, 'invited')))
    .groupBy(contracts.planId)

/** The latest tender, challenge, complaint and contract of each plan: a project may be put to the market twice. */
export async function latestOf(db: Reader, planIds: string[], today: string) {
  const gates = await gatesOf(db, planIds)
  return {
    tender: new Map((await tendersOf(db, planIds)).map((r) => [r.planId, r.state])),
    challenge: new Map((await challengesOf(db, planIds)).map((d) => [d.planId, d.state])),
    complaint: new Map((await complaintsOf(db, planIds)).map((d) => [d.planId, d.state])),
    contract: new Map((await contractsOf(db, planIds)).map((s) => [s.planId, s])),
    accepted: (planId: string) => gates.filter((g) => g.planId === planId).reduce((n, g) => n + g.percent, 0),
    way: await waysOf(db, planIds, today),
    ratings: new Map((await ratingsOf(db, planIds)).map((g) => [g.planId, g.n])),
  }
}
type Latest = Awaited<ReturnType<typeof latestOf>>

/** How far a plan has come, by its latest tender, challenge and contract, or by its own way. */
export function standingOf(planId: string, latest: Latest) {
  const contract = latest.contract.get(planId)
  const way = latest.way.get(planId) ?? null
  const work = way?.kind === 'minor' ? way : null
  const tenderState = latest.tender.get(planId) ?? null
  const contractState = contract?.state ?? null
  const ratings = latest.ratings.get(planId) ?? 0
  return {
    price: contract?.price ?? work?.price ?? null,
    supplier: contract?.supplier ?? work?.supplier ?? null,
    tenderState,
    contractState,
    challengeState: latest.challenge.get(planId) ?? null,
    complaintState: latest.complaint.get(planId) ?? null,
    way,
    road: roadOf({ tenderState, contractState, accepted: latest.accepted(planId), ratings, way }),
  }
}
