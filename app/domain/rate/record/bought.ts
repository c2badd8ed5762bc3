import { and, eq, isNotNull, sql } from 'drizzle-orm'
import { contracts, frameworks, minorQuotes, minorWorks, orders } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { dateOf, yearOf } from '../../dates.ts'
import { type Fen, fen, sum } from '../../money.ts'

/** Money of a buyer that went to a body in a year: a contract, an order of works, or what residents confirmed under an agreement. */
export type Bought = { year: number; buyerId: string; supplierId: string; price: Fen }

async function byContract(db: Reader): Promise<Bought[]> {
  const signed = await db.select().from(contracts).where(isNotNull(contracts.publishedAt))
  return signed.map((c) => ({
    year: yearOf(dateOf(c.buyerSignedAt ?? c.publishedAt!)),
    buyerId: c.buyerId,
    supplierId: c.supplierId,
    price: c.price,
  }))
}

async function byWorks(db: Reader): Promise<Bought[]> {
  const { buyerId, price, signedAt } = minorWorks
  const rows = await db
    .select({ buyerId, price, signedAt, supplierId: minorQuotes.supplierId })
    .from(minorWorks)
    .innerJoin(minorQuotes, eq(minorQuotes.id, minorWorks.quoteId))
    .where(and(isNotNull(signedAt), isNotNull(price)))
  return rows.map((w) => ({ ...w, price: w.price!, year: yearOf(dateOf(w.signedAt!)) }))
}

/** One sum for each agreement, body and year, the days being those of Asia/Shanghai. */
async function byOrders(db: Reader): Promise<Bought[]> {
  const day = sql`(${orders.closedAt} + 28800000) / 86400000`
  const rows = await db
    .select({
      frameworkId: orders.frameworkId,
      buyerId: frameworks.buyerId,
      supplierId: orders.supplierId,
      closedAt: sql<number>`min(${orders.closedAt})`.mapWith(Number),
      price: sql<number>`sum(${orders.amount})`.mapWith(Number),
    })
    .from(orders)
    .innerJoin(frameworks, eq(frameworks.id, orders.frameworkId))
    .where(and(eq(orders.state, 'confirmed'), isNotNull(orders.closedAt)))
    .groupBy(orders.frameworkId, frameworks.buyerId, orders.supplierId, day)
  const years = Map.groupBy(rows, (o) =>
    [o.frameworkId, o.supplierId, yearOf(dateOf(new Date(o.closedAt)))].join(' '),
  )
  return [...years.values()].map((of) => ({
    year: yearOf(dateOf(new Date(of[0]!.closedAt))),
    buyerId: of[0]!.buyerId,
    supplierId: of[0]!.supplierId,
    price: sum(of.map((o) => fen(o.price))),
  }))
}

/** Everything bought, whichever way. */
export const boughtOf = async (db: Reader): Promise<Bought[]> => [
  ...(await byContract(db)),
  ...(await byWorks(db)),
  ...(await byOrders(db)),
]
