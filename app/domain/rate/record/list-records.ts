import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm'
import { contracts, parties, ratings } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { parameter } from '../../parameters.ts'
import { pick } from '../../pick.ts'
import { orderLevels } from '../rating/orders/order-summary.ts'
import { summarise, together } from '../rating/summary.ts'
import { priorNow } from '../rating/weigh.ts'
import { bodyKinds } from './record-of-party.ts'
import { takenOn } from './taken-on.ts'

/** Every body that may serve, by name, with how many projects and what it was rated. */
export async function listRecords(db: Reader, today: string) {
  const least = (await parameter(db, 'RATING_MIN_CELL', today)).value
  const prior = await priorNow(db, today)
  const bodies = await db
    .select()
    .from(parties)
    .where(inArray(parties.kind, [...bodyKinds]))
    .orderBy(asc(parties.kind), asc(parties.name))
  const taken = await takenOn(db)
  const levels = await db
    .select({ level: ratings.level, supplierId: contracts.supplierId })
    .from(ratings)
    .innerJoin(contracts, eq(contracts.id, ratings.contractId))
    .where(and(isNotNull(ratings.givenAt), isNotNull(contracts.publishedAt)))
  const orders = await orderLevels(db)
  const levelsOf = (id: string) => {
    const ofContracts = levels.filter((l) => l.supplierId === id).map((l) => l.level!)
    return together(ofContracts, orders.get(id) ?? [], least).levels
  }
  const listed = bodies.map((p) => ({
    ...pick(p, ['id', 'kind', 'name', 'nameEn', 'form', 'grade', 'credit']),
    projects: taken.filter((c) => c.supplierId === p.id).length,
    rating: summarise(levelsOf(p.id), least, prior),
  }))
  return { bodies: listed, least }
}
export type ListedRecord = Awaited<ReturnType<typeof listRecords>>['bodies'][number]
