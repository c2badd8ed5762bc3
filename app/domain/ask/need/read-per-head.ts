import { and, asc, count, eq, gte, inArray, isNotNull, lt, sql } from 'drizzle-orm'
import { contracts, minorWorks, needs, parties, places, planNeeds } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { communityKinds, Fen } from '#db/vocabulary.ts'
import { startOf } from '../../dates.ts'
import { fen, minus, shareOf, sum } from '../../money.ts'

const total = (column: typeof needs.estimate) => sql<number>`coalesce(sum(${column}), 0)`.mapWith(Number)

/** What each community asked for in a year. */
const askedIn = (db: Reader, from: Date, to: Date) =>
  db
    .select({ communityId: needs.communityId, posted: count(), estimate: total(needs.estimate) })
    .from(needs)
    .where(and(isNotNull(needs.publishedAt), gte(needs.publishedAt, from), lt(needs.publishedAt, to)))
    .groupBy(needs.communityId)

type Signed = { price: Fen; served: string[] }
type Served = { id: string; price: Fen | null; communityId: string }
/** One row a need becomes one a paper, with the communities it serves in the order their needs were asked. */
function papers(rows: readonly Served[]): Signed[] {
  const each = new Map<string, Signed>()
  for (const { id, price, communityId } of rows) {
    const known = each.get(id) ?? { price: fen(price ?? 0), served: [] }
    each.set(id, { ...known, served: [...known.served, communityId] })
  }
  return [...each.values()]
}

/** Signed contracts of a year with the communities whose needs they answer. */
const contractedIn = async (db: Reader, year: number) =>
  papers(
    await db
      .select({ id: contracts.id, price: contracts.price, communityId: needs.communityId })
      .from(contracts)
      .innerJoin(planNeeds, eq(planNeeds.planId, contracts.planId))
      .innerJoin(needs, eq(needs.id, planNeeds.needId))
      .where(
        and(
          inArray(contracts.state, ['signed', 'published', 'completed', 'terminated']),
          gte(contracts.from, `${year}-01-01`),
          lt(contracts.from, `${year + 1}-01-01`),
        ),
      )
      .orderBy(asc(contracts.id), asc(needs.refNo)),
  )

/** 民生微实事 signed in a year, which have no contract of service, with the communities whose needs they answer. */
const worksIn = async (db: Reader, from: Date, to: Date) =>
  papers(
    await db
      .select({ id: minorWorks.id, price: minorWorks.price, communityId: needs.communityId })
      .from(minorWorks)
      .innerJoin(planNeeds, eq(planNeeds.planId, minorWorks.planId))
      .innerJoin(needs, eq(needs.id, planNeeds.needId))
      .where(
        and(
          inArray(minorWorks.state, ['working', 'finished']),
          gte(minorWorks.signedAt, from),
          lt(minorWorks.signedAt, to),
        ),
      )
      .orderBy(asc(minorWorks.id), asc(needs.refNo)),
  )

/** What serves several communities is shared by the needs it answers; the first takes the odd fen. */
function shares(all: readonly Signed[]) {
  const money = new Map<string, Fen[]>()
  const add = (id: string, part: Fen) => money.set(id, [...(money.get(id) ?? []), part])
  for (const { price, served } of all) {
    const equal = served.slice(1).map(() => shareOf(price, 1, served.length))
    const parts = [minus(price, sum(equal)), ...equal]
    served.forEach((id, i) => {
      add(id, parts[i]!)
    })
  }
  return (id: string) => sum(money.get(id) ?? [])
}

/** 人均经费: every community of the district beside every other, village and town alike, with what it asked and what it got. */
export async function readPerHead(db: Reader, year: number) {
  const rows = await db
    .select({ place: places, committee: parties.name })
    .from(places)
    .leftJoin(parties, and(eq(parties.placeId, places.id), eq(parties.kind, 'committee')))
    .where(eq(places.level, 'community'))
    .orderBy(asc(places.code))
  const [from, to] = [startOf(`${year}-01-01`), startOf(`${year + 1}-01-01`)]
  const asked = await askedIn(db, from, to)
  const moneyOf = shares([...(await contractedIn(db, year)), ...(await worksIn(db, from, to))])
  const communities = rows.map(({ place, committee }) => {
    const { id, name, nameEn, communityKind, population, households } = place
    const own = asked.find((a) => a.communityId === id)
    const contracted = moneyOf(id)
    const perHead = population ? shareOf(contracted, 1, population) : null
    const needsPerThousand = population ? Math.round(((own?.posted ?? 0) / population) * 10_000) / 10 : null
    return {
      ...{ id, name, nameEn, committee, communityKind, population, households, contracted, perHead },
      posted: own?.posted ?? 0,
      estimate: fen(own?.estimate ?? 0),
      needsPerThousand,
    }
  })
  return { year, communities, kinds: kindsOf(communities) }
}

type Community = {
  communityKind: (typeof communityKinds)[number] | null
  population: number | null
  contracted: Fen
  posted: number
}
/** Towns and villages as two rows, so that 重居轻村 can be seen at a glance. */
function kindsOf(communities: readonly Community[]) {
  return (['residents_committee', 'village_committee'] as const).map((kind) => {
    const own = communities.filter((c) => (c.communityKind ?? 'residents_committee') === kind)
    const counted = own.filter((c) => c.population)
    const people = counted.reduce((n, c) => n + (c.population ?? 0), 0)
    const money = sum(counted.map((c) => c.contracted))
    return {
      kind,
      communities: own.length,
      people,
      posted: own.reduce((n, c) => n + c.posted, 0),
      contracted: sum(own.map((c) => c.contracted)),
      perHead: people > 0 ? shareOf(money, 1, people) : null,
    }
  })
}
