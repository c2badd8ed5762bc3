import { and, eq, inArray } from 'drizzle-orm'
import { needs, parties, planNeeds } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'

/** Who stands around one project besides buyer and supplier: whose need it was, who checks, who helps. */
export type Bodies = {
  needIds: string[]
  communityIds: string[]
  committeeIds: string[]
  centreIds: string[]
  stationIds: string[]
  gridIds: string[]
}

const kinds = ['committee', 'service_centre', 'station', 'grid_team'] as const

/** The bodies of these streets by kind; of the whole district where the streets have none. */
async function bodiesIn(db: Reader, streets: ReadonlySet<string>) {
  const all = await db
    .select({ id: parties.id, kind: parties.kind, streetId: parties.streetId, placeId: parties.placeId })
    .from(parties)
    .where(and(inArray(parties.kind, [...kinds])))
  const here = all.filter((p) => streets.has(p.streetId ?? ''))
  const near = here.length > 0 ? here : all
  return (kind: (typeof kinds)[number]) => near.filter((p) => p.kind === kind)
}

/** The bodies of the streets a plan's needs come from; of the whole district where a bureau buys for nobody in particular. */
export async function bodiesAround(db: Reader, planId: string, buyerId: string): Promise<Bodies> {
  const asked = await db
    .select({
      id: needs.id,
      committeeId: needs.committeeId,
      streetId: needs.streetId,
      communityId: needs.communityId,
    })
    .from(planNeeds)
    .innerJoin(needs, eq(needs.id, planNeeds.needId))
    .where(eq(planNeeds.planId, planId))
  const of = await bodiesIn(db, new Set([buyerId, ...asked.map((n) => n.streetId)]))
  const asking = [...new Set(asked.map((n) => n.committeeId))]
  const committeeIds = asking.length > 0 ? asking : of('committee').map((p) => p.id)
  const communityIds = [...new Set(asked.map((n) => n.communityId))]
  const theirs = of('station').filter(
    (s) => communityIds.length === 0 || communityIds.includes(s.placeId ?? ''),
  )
  return {
    needIds: asked.map((n) => n.id),
    communityIds,
    committeeIds,
    centreIds: of('service_centre').map((p) => p.id),
    stationIds: theirs.map((p) => p.id),
    gridIds: of('grid_team').map((p) => p.id),
  }
}
