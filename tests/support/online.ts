import { eq } from 'drizzle-orm'
import { budgetLines, fundPools, parameters } from '#db/schema/index.ts'
import type { Town } from './world.ts'

/** A place where buyers may pay online, and a line whose money is not the treasury's. */
export async function lawfulPlace(town: Town) {
  const [line] = await town.db.select().from(budgetLines).where(eq(budgetLines.id, 'L1'))
  const row = { code: 'BUYER_ONLINE_PAY', value: 1, unit: 'count', from: '2026-01-01', version: 2 } as const
  await town.transact(async (tx) => {
    await tx.update(fundPools).set({ source: 'self_raised' }).where(eq(fundPools.id, line!.poolId))
    await tx.insert(parameters).values({ ...row, source: '本地规定第三条', mark: 'local', certainty: 'M' })
  })
}
