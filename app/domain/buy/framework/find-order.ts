import { asc, count, desc, eq, inArray, sql } from 'drizzle-orm'
import { frameworkItems, frameworks, orders, parties, persons } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { Refusal } from '../../refusal.ts'
import { agentsOf } from './kinship.ts'

const UNDER_WAY = ['placed', 'accepted', 'done'] as const

export type Order = typeof orders.$inferSelect
export type OrderFacts = Awaited<ReturnType<typeof findOrder>>

const orderRows = (db: Reader) =>
  db
    .select({
      order: orders,
      item: frameworkItems,
      framework: frameworks,
      supplier: parties.name,
      person: persons.name,
    })
    .from(orders)
    .innerJoin(frameworkItems, eq(frameworkItems.id, orders.itemId))
    .innerJoin(frameworks, eq(frameworks.id, orders.frameworkId))
    .innerJoin(parties, eq(parties.id, orders.supplierId))
    .innerJoin(persons, eq(persons.id, orders.personId))
    .$dynamic()

/** One order with whom it is for, who acts for her, what was ordered and of whom. */
export async function findOrder(db: Reader, id: string) {
  const [row] = await orderRows(db).where(eq(orders.id, id))
  if (!row) throw new Refusal('missing', 'order-missing')
  const { order, ...around } = row
  return { ...order, ...around, buyerId: row.framework.buyerId, agentIds: await agentsOf(db, order.personId) }
}

/** The order itself, for whoever moves it. */
export async function orderBy(db: Reader, id: string) {
  const [found] = await db.select().from(orders).where(eq(orders.id, id))
  if (!found) throw new Refusal('missing', 'order-missing')
  return found
}
/** The order with those who act for the person it is for. */
export async function orderOfFamily(db: Reader, id: string) {
  const order = await orderBy(db, id)
  return { ...order, agentIds: await agentsOf(db, order.personId) }
}

/** The orders of some persons, or of a provider, the newest first. */
export const ordersFor = (db: Reader, personIds: readonly string[]) =>
  orderRows(db)
    .where(inArray(orders.personId, [...personIds]))
    .orderBy(desc(orders.placedAt))
    .limit(100)
/** A provider's orders, those that wait for someone first, then the newest. */
export const ordersOfSupplier = (db: Reader, supplierId: string, most: number, skip: number) =>
  orderRows(db)
    .where(eq(orders.supplierId, supplierId))
    .orderBy(
      asc(sql`case when ${inArray(orders.state, [...UNDER_WAY])} then 0 else 1 end`),
      desc(orders.placedAt),
      desc(orders.id),
    )
    .limit(most)
    .offset(skip)
export async function countOrdersOfSupplier(db: Reader, supplierId: string): Promise<number> {
  const [found] = await db.select({ n: count() }).from(orders).where(eq(orders.supplierId, supplierId))
  return found?.n ?? 0
}
