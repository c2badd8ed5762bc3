import { and, desc, eq, ne } from 'drizzle-orm'
import { parties, settlements } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { pick } from '../../pick.ts'
import { latenessOfClaim } from './settlement-clock.ts'

const listed = ['id', 'refNo', 'month', 'orders', 'amount', 'state', 'voucherNo', 'paidAt'] as const

/** 结算公开: what each provider of an agreement asked for by the month, what it was paid and how late; how many people, never who. Without a day only what was paid is told late. */
export async function publicSettlements(db: Reader, frameworkId: string, today?: string) {
  const rows = await db
    .select({ claim: settlements, supplier: parties.name })
    .from(settlements)
    .innerJoin(parties, eq(parties.id, settlements.supplierId))
    .where(and(eq(settlements.frameworkId, frameworkId), ne(settlements.state, 'returned')))
    .orderBy(desc(settlements.month), parties.name)
  return Promise.all(
    rows.map(async ({ claim, supplier }) => ({
      ...{ ...pick(claim, listed), supplier },
      late: today || claim.paidAt ? await latenessOfClaim(db, claim, today ?? '') : null,
    })),
  )
}
export type PublicSettlement = Awaited<ReturnType<typeof publicSettlements>>[number]
