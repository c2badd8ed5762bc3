import { and, desc, eq } from 'drizzle-orm'
import { parties, places, planNeeds, plans } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Way } from '../buy/plan/ways-of-plans.ts'
import type { Fen } from '../money.ts'
import type { RoadPoint } from './road.ts'
import { latestOf, standingOf } from './standing.ts'

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
  complaintState: string | null
  way: Way | null
}

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

/** How far one approved project has come, and by which way. */
export const standingOfProject = async (db: Reader, planId: string, today: string) =>
  standingOf(planId, await latestOf(db, [planId], today))

/** Approved projects, the latest first, each with where it stands on a day; at most `most`. */
export async function listProjects(
  db: Reader,
  today: string,
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
  const latest = await latestOf(db, ids, today)
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
