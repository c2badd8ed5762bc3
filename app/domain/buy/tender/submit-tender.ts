import { tenders } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { roleFor } from '../plan/approval-chain.ts'
import { checkTender } from './check-tender.ts'
import { findTender } from './find-tender.ts'
import { tender as machine } from './machine.ts'

/** Gives the requirement to somebody who did not write it. */
export const submitTender = (ctx: Context, { tenderId }: { tenderId: string }) =>
  ctx.transact(async (tx) => {
    const was = await findTender(tx, tenderId)
    authorize(ctx.actor, 'tender.submit', was)
    machine.next(was.state, 'submit')
    await checkTender(tx, ctx, was)
    await move(tx, tenders, machine, was, 'submit', { endReason: null })
    const to = { role: roleFor('approver', was.buyer.kind), partyId: was.buyerId }
    await notify(tx, ctx, to, 'tender-to-review', `/desk/tenders/${tenderId}`, { tender: was.title })
    await record(tx, ctx, 'tender.submit', { subject: tenderId, threadId: was.planId })
    return { id: tenderId }
  })
