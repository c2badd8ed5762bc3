import { and, desc, eq, ne } from 'drizzle-orm'
import { parties, settlements } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'

/** 结算公开: what each provider of an agreement asked for by the month and what it was paid; how many people, never who. */
export const publicSettlements = (db: Reader, frameworkId: string) =>
  db
    .select({
      id: settlements.id,
      refNo: settlements.refNo,
      month: settlements.month,
      supplier: parties.name,
      orders: settlements.orders,
      amount: settlements.amount,
      state: settlements.state,
      voucherNo: settlements.voucherNo,
      paidAt: settlements.paidAt,
    })
    .from(settlements)
    .innerJoin(parties, eq(parties.id, settlements.supplierId))
    .where(and(eq(settlements.frameworkId, frameworkId), ne(settlements.state, 'returned')))
    .orderBy(desc(settlements.month), parties.name)
export type PublicSettlement = Awaited<ReturnType<typeof publicSettlements>>[number]
