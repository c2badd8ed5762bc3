import { and, asc, eq } from 'drizzle-orm'
import { frameworks, parties, settlements } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { TrailEntry } from '../../trail-entry.ts'

const paidClaims = (db: Reader, planId: string) =>
  db
    .select({
      id: settlements.id,
      refNo: settlements.refNo,
      frameworkId: settlements.frameworkId,
      month: settlements.month,
      orders: settlements.orders,
      amount: settlements.amount,
      no: settlements.voucherNo,
      paidAt: settlements.paidAt,
      supplier: parties.name,
      supplierEn: parties.nameEn,
      buyerId: frameworks.buyerId,
    })
    .from(settlements)
    .innerJoin(frameworks, eq(frameworks.id, settlements.frameworkId))
    .innerJoin(parties, eq(parties.id, settlements.supplierId))
    .where(and(eq(frameworks.planId, planId), eq(settlements.state, 'paid')))
    .orderBy(asc(settlements.paidAt), asc(settlements.refNo))

/** 订单月结: each month of confirmed orders that was paid, with its voucher; how many orders, never whose. */
export async function trailOfSettlement(db: Reader, planId: string): Promise<TrailEntry[]> {
  return (await paidClaims(db, planId)).flatMap(({ paidAt, no, ...claim }) =>
    paidAt
      ? [
          {
            at: paidAt,
            chapter: 'deliver' as const,
            key: 'settlement.pay',
            params: {
              ...{ supplier: claim.supplier, supplierEn: claim.supplierEn ?? '', month: claim.month },
              ...{ n: claim.orders, no: no ?? '' },
            },
            byPartyId: claim.buyerId,
            paper: { label: claim.refNo, href: `/frameworks/${claim.frameworkId}#settled` },
            seal: { key: 'paid', no: no ?? '' },
            amount: claim.amount,
          },
        ]
      : [],
  )
}
