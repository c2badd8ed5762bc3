import { eq } from 'drizzle-orm'
import { budgetLines, fundPools } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { balancesOf } from './balances.ts'

/** A buyer's budget lines, each with its pool and what stands free on it (分). */
export async function linesOfBuyer(db: Reader, buyerId: string) {
  const rows = await db
    .select({ line: budgetLines, pool: fundPools })
    .from(budgetLines)
    .innerJoin(fundPools, eq(fundPools.id, budgetLines.poolId))
    .where(eq(budgetLines.buyerId, buyerId))
    .orderBy(budgetLines.code)
  return Promise.all(
    rows.map(async ({ line, pool }) => ({ line, pool, balances: await balancesOf(db, { lineId: line.id }) })),
  )
}
