import { and, eq } from 'drizzle-orm'
import { fundPools } from '#db/schema/index.ts'
import type { Context } from '../context.ts'
import { record } from '../journal.ts'
import { authorize } from '../policy/index.ts'
import { Refusal } from '../refusal.ts'
import type { SetUpPool } from './forms.ts'

/** 资金池: enters a pool of one year and source; until it is approved nothing may be signed on it. */
export const setUpPool = (ctx: Context, { ownerId, categories, ...pool }: SetUpPool & { ownerId: string }) =>
  ctx.transact(async (tx) => {
    authorize(ctx.actor, 'pool.set_up', { ownerId })
    const same = and(eq(fundPools.code, pool.code), eq(fundPools.ownerId, ownerId))
    const [known] = await tx.select({ id: fundPools.id }).from(fundPools).where(same)
    if (known) throw new Refusal('conflict', 'pool-known')
    const [made] = await tx
      .insert(fundPools)
      .values({ ...pool, ownerId, approvedOn: null, categories: categories?.length ? categories : null })
      .returning({ id: fundPools.id })
    await record(tx, ctx, 'pool.set_up', { subject: made!.id }, { total: pool.total })
    return made!
  })
