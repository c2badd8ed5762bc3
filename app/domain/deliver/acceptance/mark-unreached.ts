import { and, eq } from 'drizzle-orm'
import { acceptanceLots } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { findAcceptance } from './find-acceptance.ts'
import type { MarkUnreached } from './forms.ts'
import { isCalled } from './lots.ts'

/** 联系不上: one the lot fell on gives way to the next, with the reason; only who was called and has not spoken. */
export const markUnreached = (ctx: Context, { acceptanceId, serviceUserId, reason }: MarkUnreached) =>
  ctx.transact(async (tx) => {
    const was = await findAcceptance(tx, acceptanceId)
    authorize(ctx.actor, 'acceptance.enter', was.milestone.contract)
    if (was.state !== 'opened') throw new Refusal('conflict', 'acceptance-concluded')
    if (was.lots.length === 0 || !isCalled(was, serviceUserId))
      throw new Refusal('conflict', 'opinion-not-drawn')
    if (was.opinions.some((o) => o.serviceUserId === serviceUserId))
      throw new Refusal('conflict', 'opinion-already-given')
    await tx
      .update(acceptanceLots)
      .set({ unreached: reason, unreachedBy: ctx.actor.personId, unreachedAt: ctx.clock.now() })
      .where(
        and(eq(acceptanceLots.acceptanceId, acceptanceId), eq(acceptanceLots.serviceUserId, serviceUserId)),
      )
    await record(tx, ctx, 'acceptance.unreached', { subject: acceptanceId }, { reason })
    return { id: acceptanceId }
  })
