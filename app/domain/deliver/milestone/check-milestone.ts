import { milestones } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { struck } from '../../masked-words.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { handlerOf } from '../contract/buyer-roles.ts'
import { findMilestone } from './find-milestone.ts'
import type { CheckMilestone } from './forms.ts'
import { milestone } from './machine.ts'

/** 服务中心检查: what was found on the spot; from here the street opens the acceptance. */
export const checkMilestone = (ctx: Context, { milestoneId, finding }: CheckMilestone) =>
  ctx.transact(async (tx) => {
    const was = await findMilestone(tx, milestoneId)
    authorize(ctx.actor, 'milestone.check', { ...was.contract, claimedBy: was.claimedBy })
    if (was.contract.state !== 'published') throw new Refusal('conflict', 'contract-not-running')
    await move(tx, milestones, milestone, was, 'check', {
      checkedBy: ctx.actor.personId,
      checkedAt: ctx.clock.now(),
      finding: struck(finding),
    })
    await record(tx, ctx, 'milestone.check', { subject: was.id, threadId: was.contract.planId })
    const { buyerId } = was.contract
    await notify(
      tx,
      ctx,
      { role: await handlerOf(tx, buyerId), partyId: buyerId },
      'acceptance-to-open',
      `/desk/acceptances/new/${was.id}`,
      { title: was.title },
    )
    return { id: was.id, contractId: was.contractId }
  })
