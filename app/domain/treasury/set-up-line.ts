import { eq } from 'drizzle-orm'
import { budgetLines, fundPools, parties } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../context.ts'
import { record } from '../journal.ts'
import { sum } from '../money.ts'
import { authorize } from '../policy/index.ts'
import { Refusal } from '../refusal.ts'
import type { SetUpLine } from './forms.ts'
import { openLine } from './open-line.ts'

async function mustBeNew(tx: Tx, { code, buyerId }: SetUpLine) {
  const [known] = await tx.select({ id: budgetLines.id }).from(budgetLines).where(eq(budgetLines.code, code))
  if (known) throw new Refusal('conflict', 'line-known')
  const [buyer] = await tx.select({ kind: parties.kind }).from(parties).where(eq(parties.id, buyerId))
  if (buyer?.kind !== 'street_office' && buyer?.kind !== 'district_office')
    throw new Refusal('invalid', 'not-a-buyer')
}

/** 预算指标: cuts a line out of its pool, never more than the pool holds. */
export const setUpLine = (ctx: Context, line: SetUpLine) =>
  ctx.transact(async (tx) => {
    const [pool] = await tx.select().from(fundPools).where(eq(fundPools.id, line.poolId))
    if (!pool) throw new Refusal('missing', 'no-budget-line')
    authorize(ctx.actor, 'line.set_up', { ownerId: pool.ownerId })
    await mustBeNew(tx, line)
    const lines = await tx.select().from(budgetLines).where(eq(budgetLines.poolId, pool.id))
    if (sum([...lines.map((l) => l.amount), line.amount]) > pool.total)
      throw new Refusal('conflict', 'pool-overdrawn')
    const [made] = await tx.insert(budgetLines).values(line).returning({ id: budgetLines.id })
    await openLine(tx, ctx, { id: made!.id, amount: line.amount })
    await record(tx, ctx, 'line.set_up', { subject: made!.id }, { amount: line.amount })
    return made!
  })
