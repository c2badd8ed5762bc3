import { and, asc, count, eq, gte, isNotNull, lt, sql } from 'drizzle-orm'
import { needs, parties, places } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { communityKinds, Fen } from '#db/vocabulary.ts'
import { startOf } from '../../dates.ts'
import { fen, shareOf, sum } from '../../money.ts'
import { moneyIn } from './money-in.ts'

const total = (column: typeof needs.estimate) => sql<number>`coalesce(sum(${column}), 0)`.mapWith(Number)

/** What each community asked for in a year. */
const askedIn = (db: Reader, from: Date, to: Date) =>
  db
    .select({ communityId: needs.communityId, posted: count(), estimate: total(needs.estimate) })
    .from(needs)
    .where(and(isNotNull(needs.publishedAt), gte(needs.publishedAt, from), lt(needs.publishedAt, to)))
    .groupBy(needs.communityId)

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
  const moneyOf = await moneyIn(db, year, ({ communityId }) => communityId)
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
