import { pots } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { authorize } from '../../policy/index.ts'
import { findPot, potSubject } from './find-gift.ts'
import { pot } from './machine.ts'

/** Nothing new is pledged; what was agreed goes on. */
export const closePot = (ctx: Context, { potId }: { potId: string }) =>
  ctx.transact(async (tx) => {
    const was = await findPot(tx, potId)
    authorize(ctx.actor, 'pot.close', potSubject(was))
    await move(tx, pots, pot, was, 'close', { closedAt: ctx.clock.now() })
    await record(tx, ctx, 'pot.close', { subject: was.id, threadId: was.milestone.contract.planId })
    return { id: was.id }
  })
