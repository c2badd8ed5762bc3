import { tenders } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { findTender } from './find-tender.ts'
import { tender as machine } from './machine.ts'

/** The reviewer sends the requirement back to its writer, saying why. */
export const returnTender = (ctx: Context, { tenderId, reason }: { tenderId: string; reason: string }) =>
  ctx.transact(async (tx) => {
    const was = await findTender(tx, tenderId)
    authorize(ctx.actor, 'tender.return', was)
    await move(tx, tenders, machine, was, 'return', { endReason: reason })
    const writer = { personId: was.requirementBy }
    await notify(tx, ctx, writer, 'tender-return', `/desk/tenders/${tenderId}`, { tender: was.title, reason })
    await record(tx, ctx, 'tender.return', { subject: tenderId, threadId: was.planId }, { reason })
    return { id: tenderId }
  })
