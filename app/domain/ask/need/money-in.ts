import { and, asc, eq, gte, inArray, lt } from 'drizzle-orm'
import { contracts, minorWorks, needs, planNeeds } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { categories, Fen } from '#db/vocabulary.ts'
import { startOf } from '../../dates.ts'
import { fen, minus, shareOf, sum } from '../../money.ts'

type Category = (typeof categories)[number]
type Signed = { price: Fen; served: string[] }
type Served = { id: string; price: Fen | null; communityId: string; category: Category }
/** By what money is told apart: the community, or the community and its kind of need. */
type KeyOf = (one: Pick<Served, 'communityId' | 'category'>) => string
/** One row a need becomes one a paper, with what it serves in the order the needs were asked. */
function papers(rows: readonly Served[], keyOf: KeyOf): Signed[] {
  const each = new Map<string, Signed>()
  for (const { id, price, ...need } of rows) {
    const known = each.get(id) ?? { price: fen(price ?? 0), served: [] }
    each.set(id, { ...known, served: [...known.served, keyOf(need)] })
  }
  return [...each.values()]
}

const shape = { communityId: needs.communityId, category: needs.category }
/** Signed contracts of a year with the communities whose needs they answer. */
const contractedIn = (db: Reader, year: number): Promise<Served[]> =>
  db
    .select({ id: contracts.id, price: contracts.price, ...shape })
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

/** 民生微实事 signed in a year, which have no contract of service, with the communities whose needs they answer. */
const worksIn = (db: Reader, from: Date, to: Date): Promise<Served[]> =>
  db
    .select({ id: minorWorks.id, price: minorWorks.price, ...shape })
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
    .orderBy(asc(minorWorks.id), asc(needs.refNo))

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

/** What was signed in a year for each place, or each place and kind of need; `keyOf` says which. */
export async function moneyIn(db: Reader, year: number, keyOf: KeyOf) {
  const [from, to] = [startOf(`${year}-01-01`), startOf(`${year + 1}-01-01`)]
  const signed = [
    ...papers(await contractedIn(db, year), keyOf),
    ...papers(await worksIn(db, from, to), keyOf),
  ]
  return shares(signed)
}
