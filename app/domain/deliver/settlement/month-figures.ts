import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { careComplaints, frameworkItems, orders } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { fen, sum } from '../../money.ts'

const live = ['made', 'answered', 'escalated'] as const
type Of = { frameworkId: string; supplierId: string; month: string }

/** Orders done up to a month's end that were confirmed and not asked for yet, of a grant or a voucher; one under a complaint waits for its end. */
export async function unsettled(db: Reader, { frameworkId, supplierId, month }: Of) {
  const underComplaint = db
    .select({ id: careComplaints.orderId })
    .from(careComplaints)
    .where(inArray(careComplaints.state, [...live]))
  return db
    .select({ order: orders, minutes: frameworkItems.minutes })
    .from(orders)
    .innerJoin(frameworkItems, eq(frameworkItems.id, orders.itemId))
    .where(
      and(
        eq(orders.frameworkId, frameworkId),
        eq(orders.supplierId, supplierId),
        eq(orders.state, 'confirmed'),
        isNull(orders.settlementId),
        sql`substr(${orders.doneOn}, 1, 7) <= ${month}`,
        sql`${orders.id} not in ${underComplaint}`,
      ),
    )
}
export type Settled = Awaited<ReturnType<typeof unsettled>>

/** 结算数: orders, the people they were for, minutes and money. */
export const figuresOf = (rows: Settled) => ({
  orders: rows.length,
  people: new Set(rows.map(({ order }) => order.personId)).size,
  minutes: rows.reduce((n, { order, minutes }) => n + (minutes ?? 0) * order.quantity, 0),
  amount: rows.length > 0 ? sum(rows.map(({ order }) => order.amount)) : fen(0),
})
