import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { careComplaints, careVisits, frameworkItems, orders } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { fen, sum } from '../../money.ts'

const live = ['made', 'answered', 'escalated'] as const
type Of = { frameworkId: string; supplierId: string; month: string }

/** Visits of a month that were confirmed and not asked for yet; one under a complaint waits for its end. */
export async function unsettled(db: Reader, { frameworkId, supplierId, month }: Of) {
  const underComplaint = db
    .select({ id: careComplaints.orderId })
    .from(careComplaints)
    .where(inArray(careComplaints.state, [...live]))
  const rows = await db
    .select({ visit: careVisits, order: orders, minutes: frameworkItems.minutes })
    .from(careVisits)
    .innerJoin(orders, eq(orders.id, careVisits.orderId))
    .innerJoin(frameworkItems, eq(frameworkItems.id, orders.itemId))
    .where(
      and(
        eq(orders.frameworkId, frameworkId),
        eq(careVisits.supplierId, supplierId),
        eq(orders.state, 'confirmed'),
        isNull(careVisits.settlementId),
        sql`substr(${orders.doneOn}, 1, 7) <= ${month}`,
        sql`${orders.id} not in ${underComplaint}`,
      ),
    )
  return rows
}
export type Settled = Awaited<ReturnType<typeof unsettled>>

/** 结算数: visits, the people they were for, minutes and money. */
export const figuresOf = (rows: Settled) => ({
  visits: rows.length,
  people: new Set(rows.map(({ order }) => order.personId)).size,
  minutes: rows.reduce((n, { order, minutes }) => n + (minutes ?? 0) * order.quantity, 0),
  amount: rows.length > 0 ? sum(rows.map(({ order }) => order.amount)) : fen(0),
})
