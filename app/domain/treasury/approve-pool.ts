import { and, eq, isNull } from 'drizzle-orm'
import { fundPools } from '#db/schema/index.ts'
import type { Context } from '../context.ts'
import { dateOf } from '../dates.ts'
import { record } from '../journal.ts'
import { authorize } from '../policy/index.ts'
import { Refusal } from '../refusal.ts'
import type { ApprovePool } from './forms.ts'

/** 批复: notes the day a budget was approved and by which paper; whoever approves is not who entered it. */
export const approvePool = (ctx: Context, { poolId, approvedOn, ground }: ApprovePool) =>
  ctx.transact(async (tx) => {
    const [pool] = await tx.select().from(fundPools).where(eq(fundPools.id, poolId))
    if (!pool) throw new Refusal('missing', 'no-budget-line')
    authorize(ctx.actor, 'pool.approve', { ownerId: pool.ownerId })
    if (approvedOn > dateOf(ctx.clock.now())) throw new Refusal('invalid', 'approved-in-the-future')
    const approved = await tx
      .update(fundPools)
      .set({ approvedOn })
      .where(and(eq(fundPools.id, poolId), isNull(fundPools.approvedOn)))
      .returning({ id: fundPools.id })
    if (approved.length === 0) throw new Refusal('conflict', 'pool-already-approved')
    await record(tx, ctx, 'pool.approve', { subject: poolId }, { approvedOn, ground })
    return { id: poolId }
  })
