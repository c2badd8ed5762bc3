import { and, desc, eq, inArray, type SQL } from 'drizzle-orm'
import { frameworkItems, frameworks, orderFixes, orderRatings, orders, parties } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { agentsOf } from '../../../buy/framework/kinship.ts'
import { Refusal } from '../../../refusal.ts'

export type OrderRating = typeof orderRatings.$inferSelect
export type OrderFix = typeof orderFixes.$inferSelect

const ratedRows = (db: Reader) =>
  db
    .select({
      rating: orderRatings,
      fix: orderFixes,
      order: orders,
      item: frameworkItems.name,
      title: frameworks.title,
      supplier: parties.name,
      buyerId: frameworks.buyerId,
    })
    .from(orderRatings)
    .innerJoin(orders, eq(orders.id, orderRatings.orderId))
    .innerJoin(frameworkItems, eq(frameworkItems.id, orders.itemId))
    .innerJoin(frameworks, eq(frameworks.id, orders.frameworkId))
    .innerJoin(parties, eq(parties.id, orders.supplierId))
    .leftJoin(orderFixes, eq(orderFixes.ratingId, orderRatings.id))
    .$dynamic()
type Row = Awaited<ReturnType<typeof ratedRows>>[number]

/** A rating with whose order it was, who acts for her, who served and who pays. */
const withFamily = async (db: Reader, row: Row) => ({
  ...row,
  personId: row.order.personId,
  supplierId: row.order.supplierId,
  agentIds: await agentsOf(db, row.order.personId),
})
export type RatedOrder = Awaited<ReturnType<typeof withFamily>>

async function one(db: Reader, where: SQL): Promise<RatedOrder | null> {
  const [row] = await ratedRows(db).where(where)
  return row ? withFamily(db, row) : null
}

/** What was said of an order, if anything was. */
export const ratingOfOrder = (db: Reader, orderId: string) => one(db, eq(orderRatings.orderId, orderId))

export async function findOrderRating(db: Reader, id: string): Promise<RatedOrder> {
  const found = await one(db, eq(orderRatings.id, id))
  if (!found) throw new Refusal('missing', 'rating-missing')
  return found
}

/** What was said of the orders a body carried out, the newest first. */
export const ratedOrdersOf = (db: Reader, supplierId: string, most: number, from: number) =>
  ratedRows(db)
    .where(eq(orderRatings.supplierId, supplierId))
    .orderBy(desc(orderRatings.givenAt), desc(orderRatings.id))
    .limit(most)
    .offset(from)
export const countRatedOrdersOf = (db: Reader, supplierId: string): Promise<number> =>
  db.$count(orderRatings, eq(orderRatings.supplierId, supplierId))

/** 整改 in some states: of a body, or of the orders of some persons. */
export const fixesOf = (
  db: Reader,
  whose: { supplierId: string } | { personIds: readonly string[] },
  states: ReadonlyArray<OrderFix['state']>,
) =>
  ratedRows(db).where(
    and(
      inArray(orderFixes.state, [...states]),
      'supplierId' in whose
        ? eq(orderFixes.supplierId, whose.supplierId)
        : inArray(orders.personId, [...whose.personIds]),
    ),
  )
