import { and, asc, count, eq, gte, inArray, isNotNull, lt, sql } from 'drizzle-orm'
import { contracts, needs, parties, places, planNeeds } from '#db/schema/index.ts'
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

/** Signed contracts of a year with the communities whose needs they serve, in the order the needs were asked. */
async function contractedIn(db: Reader, year: number) {
  const rows = await db
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
    .orderBy(asc(contracts.id), asc(needs.refNo))
  const each = new Map<string, { price: Fen; served: string[] }>()
  for (const { id, price, communityId } of rows) {
    const known = each.get(id) ?? { price, served: [] }
    each.set(id, { price, served: [...known.served, communityId] })
  }
  return [...each.values()]
}

/** A contract that serves several communities is shared by the needs it answers; the first takes the odd fen. */
function shares(all: Awaited<ReturnType<typeof contractedIn>>) {
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
  const asked = await askedIn(db, startOf(`${year}-01-01`), startOf(`${year + 1}-01-01`))
  const moneyOf = shares(await contractedIn(db, year))
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
