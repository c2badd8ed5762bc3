import { fundPools } from '#db/schema/index.ts'
import type { Context } from '../context.ts'
import { record } from '../journal.ts'
import { authorize } from '../policy/index.ts'

type SetUpPool = Omit<typeof fundPools.$inferInsert, 'id'> & { id?: string }

/** 资金池: enters a pool of one year and source; without the day of its approval nothing may be signed on it. */
export const setUpPool = (ctx: Context, pool: SetUpPool) =>
  ctx.transact(async (tx) => {
    authorize(ctx.actor, 'pool.set_up', { ownerId: pool.ownerId })
    const [made] = await tx.insert(fundPools).values(pool).returning({ id: fundPools.id })
    await record(
      tx,
      ctx,
      'pool.set_up',
      { subject: made!.id },
      { total: pool.total, approvedOn: pool.approvedOn ?? null },
    )
    return made!
  })
