import { and, eq, isNull } from 'drizzle-orm'
import { contractChanges } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { findChange, subjectOf } from './find-change.ts'

/** 居委会知悉换社工: the committee on the card knows who comes before the change is approved. */
export const acknowledgeChange = (ctx: Context, { changeId }: { changeId: string }) =>
  ctx.transact(async (tx) => {
    const was = await findChange(tx, changeId)
    authorize(ctx.actor, 'change.acknowledge', subjectOf(was))
    if (was.state !== 'draft') throw new Refusal('conflict', 'change-decided')
    if (!was.workerId) throw new Refusal('conflict', 'change-names-no-worker')
    const done = await tx
      .update(contractChanges)
      .set({ acknowledgedBy: ctx.actor.personId, acknowledgedAt: ctx.clock.now() })
      .where(and(eq(contractChanges.id, changeId), isNull(contractChanges.acknowledgedAt)))
      .returning({ id: contractChanges.id })
    if (done.length === 0) throw new Refusal('conflict', 'change-acknowledged')
    await record(tx, ctx, 'change.acknowledge', { subject: was.id, threadId: was.contract.planId })
    return { id: was.id, contractId: was.contractId }
  })
