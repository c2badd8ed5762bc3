import { and, eq, gte, inArray, isNotNull } from 'drizzle-orm'
import { z } from 'zod'
import { contracts, needs, parties, places, planNeeds, plans, socialWorkers } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { categories } from '#db/vocabulary.ts'
import { blocksOf } from '../../who/standing/blocks-of.ts'
import { publicRatings } from '../rating/summary.ts'
import { matchFields } from './match-fields-data.ts'

export const matchQuery = z.object({ category: z.enum(categories), place: z.string().min(1).max(64) })
export type Wanted = z.output<typeof matchQuery>
type Party = typeof parties.$inferSelect

/** One part of the score: how many points of how many, and the counted facts it comes from. */
export type MatchPart = {
  glue: 'information' | 'business' | 'need'
  code: 'near' | 'field' | 'workers' | 'standing' | 'delivered' | 'rated'
  points: number
  max: number
  facts: Record<string, number | string>
}

const worksOf = (db: Reader, partyId: string) =>
  db
    .select({
      id: contracts.id,
      communityId: plans.communityId,
      category: needs.category,
      street: places.parentId,
    })
    .from(contracts)
    .innerJoin(plans, eq(plans.id, contracts.planId))
    .innerJoin(planNeeds, eq(planNeeds.planId, plans.id))
    .innerJoin(needs, eq(needs.id, planNeeds.needId))
    .leftJoin(places, eq(places.id, plans.communityId))
    .where(and(eq(contracts.supplierId, partyId), isNotNull(contracts.publishedAt)))
type Work = Awaited<ReturnType<typeof worksOf>>[number]
const contractsIn = (works: readonly Work[], is: (w: Work) => boolean) => [
  ...new Set(works.filter(is).map((w) => w.id)),
]

/** 信息相关: knows the place; the nearer its work, the more. */
async function near(db: Reader, works: readonly Work[], { place }: Wanted): Promise<MatchPart> {
  const [at] = await db.select().from(places).where(eq(places.id, place))
  const here = contractsIn(works, (w) => w.communityId === place).length
  const street = contractsIn(works, (w) => at?.parentId != null && w.street === at.parentId).length
  const points = here > 0 ? 30 : street > 0 ? 20 : works.length > 0 ? 10 : 0
  return { glue: 'information', code: 'near', points, max: 30, facts: { here, street } }
}

/** 业务相关: registered for it, with licensed people, and in good standing. */
async function able(db: Reader, party: Party, { category }: Wanted, today: string): Promise<MatchPart[]> {
  const fields = (party.fields ?? []).filter((field) => matchFields[category].some((w) => field.includes(w)))
  const own = party.personId ? eq(socialWorkers.id, party.personId) : eq(socialWorkers.employerId, party.id)
  const workers = await db.$count(socialWorkers, and(own, gte(socialWorkers.registeredUntil, today)))
  const blocks = (await blocksOf(db, party.id, today)).length
  return [
    {
      glue: 'business',
      code: 'field',
      points: fields.length > 0 ? 20 : 0,
      max: 20,
      facts: { fields: fields.join('、') },
    },
    { glue: 'business', code: 'workers', points: Math.min(workers, 3) * 5, max: 15, facts: { workers } },
    { glue: 'business', code: 'standing', points: blocks === 0 ? 5 : 0, max: 5, facts: { blocks } },
  ]
}

/** 需要相关: has done this kind of work before, and what those it served say of it. */
async function proven(
  db: Reader,
  works: readonly Work[],
  { category }: Wanted,
  today: string,
): Promise<MatchPart[]> {
  const ids = contractsIn(works, (w) => w.category === category)
  const { summary, least } = await publicRatings(db, ids, today)
  const rated = summary.weighed === null ? 0 : Math.round(((summary.weighed.score - 1) / 4) * 10)
  return [
    {
      glue: 'need',
      code: 'delivered',
      points: Math.min(ids.length, 2) * 10,
      max: 20,
      facts: { contracts: ids.length },
    },
    {
      glue: 'need',
      code: 'rated',
      points: rated,
      max: 10,
      facts: { mean: summary.weighed?.score ?? '', count: summary.count, least },
    },
  ]
}

/** 匹配度 of a body and a kind of need in a place (信息、业务、需要三相关): counted from public facts, for people to read; it admits and excludes nobody. */
export async function matchOf(db: Reader, partyId: string, wanted: Wanted, today: string) {
  const [party] = await db.select().from(parties).where(eq(parties.id, partyId))
  if (!party) return null
  const works = await worksOf(db, partyId)
  const parts = [
    await near(db, works, wanted),
    ...(await able(db, party, wanted, today)),
    ...(await proven(db, works, wanted, today)),
  ]
  return { ...wanted, parts, total: parts.reduce((all, p) => all + p.points, 0) }
}
export type Match = NonNullable<Awaited<ReturnType<typeof matchOf>>>

/** Communities to ask about. */
export const matchPlaces = (db: Reader) =>
  db
    .select({ id: places.id, name: places.name })
    .from(places)
    .where(inArray(places.level, ['community']))
    .orderBy(places.code)
