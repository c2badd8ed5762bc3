import { milestones } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { findMilestone } from './find-milestone.ts'
import type { ReturnMilestone } from './forms.ts'
import { milestone } from './machine.ts'

/** Sends a claim back with the reason; what is under acceptance is decided there, not here. */
export const returnMilestone = (ctx: Context, { milestoneId, reason }: ReturnMilestone) =>
  ctx.transact(async (tx) => {
    const was = await findMilestone(tx, milestoneId)
    authorize(ctx.actor, 'milestone.return', { ...was.contract, claimedBy: was.claimedBy })
    if (was.state === 'checked') throw new Refusal('conflict', 'milestone-under-acceptance')
    await move(tx, milestones, milestone, was, 'return', { returnReason: reason })
    await record(tx, ctx, 'milestone.return', { subject: was.id, threadId: was.contract.planId })
    for (const role of ['org_editor', 'org_signer'] as const)
      await notify(
        tx,
        ctx,
        { role, partyId: was.contract.supplierId },
        'milestone-returned',
        `/work/${was.contractId}`,
        { title: was.title },
      )
    return { id: was.id, contractId: was.contractId }
  })
