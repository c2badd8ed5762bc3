import { eq } from 'drizzle-orm'
import type { Capabilities } from '#app/ports/payments/funding-provider.ts'
import { budgetLines, fundPools } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { Refusal } from '../refusal.ts'
import { ruleOfSource } from './pool-rule.ts'

/** Refuses to let a provider touch a line whose money only the treasury may pay (国库集中支付). */
export async function mustBeLawful(db: Reader, lineId: string, by: Capabilities, today: string) {
  const [row] = await db
    .select({ source: fundPools.source })
    .from(budgetLines)
    .innerJoin(fundPools, eq(fundPools.id, budgetLines.poolId))
    .where(eq(budgetLines.id, lineId))
  if (!row) throw new Refusal('missing', 'no-budget-line')
  const rule = await ruleOfSource(db, row.source, today)
  if ((rule?.fiscal ?? true) && !by.fiscal) throw new Refusal('forbidden', 'fiscal-by-treasury-only')
}
