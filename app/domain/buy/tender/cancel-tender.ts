import { tenders } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { awardsOf, isLive } from '../award/find-award.ts'
import { roleFor } from '../plan/approval-chain.ts'
import { forgetShares } from '../seal/lend-share.ts'
import { findTender } from './find-tender.ts'
import { tellFollowers } from './follow-tender.ts'
import { tender as machine } from './machine.ts'
import { tellBidders } from './tell-bidders.ts'

/** 终止采购: ends a tender for a public reason; its plan keeps the money and may be put out again. */
export const cancelTender = (ctx: Context, { tenderId, reason }: { tenderId: string; reason: string }) =>
  ctx.transact(async (tx) => {
    const was = await findTender(tx, tenderId)
    authorize(ctx.actor, 'tender.cancel', was)
    if ((await awardsOf(tx, tenderId)).some(isLive)) throw new Refusal('conflict', 'award-stands')
    await move(tx, tenders, machine, was, 'cancel', { endReason: reason })
    if (!was.openedAt) await forgetShares(tx, tenderId)
    await tellBidders(tx, ctx, was, 'tender-cancelled', { reason })
    await tellFollowers(tx, ctx, was, 'followed-cancelled')
    const handler = { role: roleFor('handler', was.buyer.kind), partyId: was.buyerId }
    await notify(tx, ctx, handler, 'tender-cancelled', `/desk/tenders/${tenderId}`, {
      tender: was.title,
      reason,
    })
    await record(tx, ctx, 'tender.cancel', { subject: tenderId, threadId: was.planId }, { reason })
    return { id: tenderId }
  })
