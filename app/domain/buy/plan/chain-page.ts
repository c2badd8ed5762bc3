import { desc, eq } from 'drizzle-orm'
import { approvalChains, persons } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { authorize, may } from '../../policy/index.ts'
import { chainInForce } from './approval-chain.ts'
import { streetLimit } from './approval-limit.ts'
import { findBuyer } from './draft-plan.ts'

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
  const { kind } = await findBuyer(ctx.db, buyerId)
  const street = kind === 'street_office'
  return {
    limit: street ? await streetLimit(ctx.db, dateOf(ctx.clock.now())) : null,
    now: await chainInForce(ctx.db, buyerId),
    changes,
    sets: may(ctx.actor, 'approvalChain.set', { buyerId }),
  }
}
