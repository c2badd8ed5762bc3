import { and, count, desc, eq, inArray, ne } from 'drizzle-orm'
import {
  challenges,
  contracts,
  milestones,
  parties,
  places,
  planNeeds,
  plans,
  ratings,
  tenders,
} from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Fen } from '../money.ts'
import { type RoadPoint, roadOf } from './road.ts'

export type ProjectRow = {
  id: string
  refNo: string
  title: string
  titleEn: string | null
  amount: Fen
  price: Fen | null
  buyer: string
  supplier: string | null
  community: string | null
  communityId: string | null
  endsOn: string
  road: RoadPoint
  tenderState: string | null
  contractState: string | null
  /** Where the latest challenge of its tender stands. */
  challengeState: string | null
}

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

/** The latest tender, challenge and contract of each plan: a project may be put to the market twice. */
async function latestOf(db: Reader, planIds: string[]) {
  const gates = await gatesOf(db, planIds)
  return {
    tender: new Map((await tendersOf(db, planIds)).map((r) => [r.planId, r.state])),
    challenge: new Map((await challengesOf(db, planIds)).map((d) => [d.planId, d.state])),
    contract: new Map((await contractsOf(db, planIds)).map((s) => [s.planId, s])),
    accepted: (planId: string) => gates.filter((g) => g.planId === planId).reduce((n, g) => n + g.percent, 0),
    ratings: new Map((await ratingsOf(db, planIds)).map((g) => [g.planId, g.n])),
  }
}
type Latest = Awaited<ReturnType<typeof latestOf>>

const shape = {
  id: plans.id,
  refNo: plans.refNo,
  title: plans.title,
  titleEn: plans.titleEn,
  amount: plans.amount,
  buyer: parties.name,
  community: places.name,
  communityId: plans.communityId,
  endsOn: plans.to,
}

/** How far a plan has come, by its latest tender, challenge and contract. */
function standingOf(planId: string, latest: Latest) {
  const contract = latest.contract.get(planId)
  const tenderState = latest.tender.get(planId) ?? null
  const contractState = contract?.state ?? null
  const ratings = latest.ratings.get(planId) ?? 0
  return {
    price: contract?.price ?? null,
    supplier: contract?.supplier ?? null,
    tenderState,
    contractState,
    challengeState: latest.challenge.get(planId) ?? null,
    road: roadOf({ tenderState, contractState, accepted: latest.accepted(planId), ratings }),
  }
}

/** How far one approved project has come. */
export const roadOfProject = async (db: Reader, planId: string): Promise<RoadPoint> =>
  standingOf(planId, await latestOf(db, [planId])).road

/** Approved projects, the latest first, each with where it stands; at most `most`. */
export async function listProjects(
  db: Reader,
  { communityId, most = 60 }: { communityId?: string | null; most?: number } = {},
): Promise<ProjectRow[]> {
  const shown = eq(plans.state, 'approved')
  const rows = await db
    .select(shape)
    .from(plans)
    .innerJoin(parties, eq(parties.id, plans.buyerId))
    .leftJoin(places, eq(places.id, plans.communityId))
    .where(communityId ? and(shown, eq(plans.communityId, communityId)) : shown)
    .orderBy(desc(plans.createdAt), desc(plans.id))
    .limit(most)
  if (rows.length === 0) return []
  const ids = rows.map((r) => r.id)
  const latest = await latestOf(db, ids)
  return rows.map((row) => ({ ...row, ...standingOf(row.id, latest) }))
}

/** The project a need went into, if any. */
export async function projectOfNeed(db: Reader, needId: string): Promise<string | null> {
  const [row] = await db
    .select({ planId: planNeeds.planId })
    .from(planNeeds)
    .innerJoin(plans, eq(plans.id, planNeeds.planId))
    .where(and(eq(planNeeds.needId, needId), eq(plans.state, 'approved')))
  return row?.planId ?? null
}
