import { and, asc, eq, inArray } from 'drizzle-orm'
import { careVisits, frameworkItems, orders, persons } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { findOrder } from '../../buy/framework/find-order.ts'
import { Refusal } from '../../refusal.ts'
import { findCare } from './find-care.ts'

/** A visit by the order it belongs to, with the order, the care it is taken from and everybody around. */
export async function findVisit(db: Reader, orderId: string) {
  const [visit] = await db.select().from(careVisits).where(eq(careVisits.orderId, orderId))
  if (!visit) throw new Refusal('missing', 'visit-missing')
  const order = await findOrder(db, orderId)
  const care = await findCare(db, visit.careId)
  return { ...care, supplierId: visit.supplierId, aideId: visit.aideId, visit, order, care }
}
export type VisitFacts = Awaited<ReturnType<typeof findVisit>>

const visitRows = (db: Reader) =>
  db
    .select({
      visit: careVisits,
      order: orders,
      item: frameworkItems.name,
      unit: frameworkItems.unit,
      minutes: frameworkItems.minutes,
      person: persons.name,
    })
    .from(careVisits)
    .innerJoin(orders, eq(orders.id, careVisits.orderId))
    .innerJoin(frameworkItems, eq(frameworkItems.id, orders.itemId))
    .innerJoin(persons, eq(persons.id, orders.personId))
    .orderBy(asc(orders.wishedOn), asc(careVisits.hour))
    .$dynamic()
export type VisitRow = Awaited<ReturnType<typeof visitsOfCare>>[number]

export const visitsOfCare = (db: Reader, careId: string) => visitRows(db).where(eq(careVisits.careId, careId))
/** What an aide does on a day, in the order of the hours. */
export const visitsOfAide = (db: Reader, aideId: string, supplierId: string, on: string) =>
  visitRows(db).where(
    and(
      eq(careVisits.aideId, aideId),
      eq(careVisits.supplierId, supplierId),
      eq(orders.wishedOn, on),
      inArray(orders.state, ['accepted', 'done', 'confirmed']),
    ),
  )
export const visitsInStates = (db: Reader, of: 'careId' | 'supplierId', ids: readonly string[]) =>
  visitRows(db).where(
    and(
      inArray(careVisits[of], ids.length > 0 ? [...ids] : ['']),
      inArray(orders.state, ['placed', 'accepted', 'done']),
    ),
  )
