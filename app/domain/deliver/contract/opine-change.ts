import { and, eq, isNull } from 'drizzle-orm'
import { contractChanges } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import type { OpineChange } from './change-forms.ts'
import { findChange, subjectOf } from './find-change.ts'

/** 服务中心意见: for or against, in words, once, before the street decides. */
export const opineChange = (ctx: Context, { changeId, favour, opinion }: OpineChange) =>
  ctx.transact(async (tx) => {
    const was = await findChange(tx, changeId)
    authorize(ctx.actor, 'change.opine', subjectOf(was))
    if (was.state !== 'draft') throw new Refusal('conflict', 'change-decided')
    const given = await tx
      .update(contractChanges)
      .set({
        opinion,
        opinionFor: favour === 'yes' ? 1 : 0,
        opinionBy: ctx.actor.personId,
        opinionAt: ctx.clock.now(),
      })
      .where(and(eq(contractChanges.id, changeId), isNull(contractChanges.opinionAt)))
      .returning({ id: contractChanges.id })
    if (given.length === 0) throw new Refusal('conflict', 'change-opinion-given')
    await record(tx, ctx, 'change.opine', { subject: was.id, threadId: was.contract.planId }, { favour })
    return { id: was.id, contractId: was.contractId }
  })
