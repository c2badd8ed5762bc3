import { desc, eq } from 'drizzle-orm'
import { approvalChains, persons } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { authorize, may } from '../../policy/index.ts'
import { chainInForce } from './approval-chain.ts'

/** The chain of the reader's own office, and every change of it with its ground. */
export async function chainPage(ctx: Context) {
  const buyerId = ctx.actor.seat?.partyId ?? ''
  authorize(ctx.actor, 'plan.read', { buyerId })
  const changes = await ctx.db
    .select({
      version: approvalChains.version,
      steps: approvalChains.steps,
      ground: approvalChains.ground,
      setAt: approvalChains.setAt,
      by: persons.name,
    })
    .from(approvalChains)
    .innerJoin(persons, eq(persons.id, approvalChains.setBy))
    .where(eq(approvalChains.buyerId, buyerId))
    .orderBy(desc(approvalChains.version))
  return {
    now: await chainInForce(ctx.db, buyerId),
    changes,
    sets: may(ctx.actor, 'approvalChain.set', { buyerId }),
  }
}
