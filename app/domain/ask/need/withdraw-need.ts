import { needs } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { authorize } from '../../policy/index.ts'
import { findNeed } from './find-need.ts'
import { need } from './machine.ts'

/** The committee takes a need back, with the reason; not once it is on a slate or being bought. */
export const withdrawNeed = (ctx: Context, { needId, reason }: { needId: string; reason: string }) =>
  ctx.transact(async (tx) => {
    const was = await findNeed(tx, needId)
    authorize(ctx.actor, 'need.withdraw', was)
    await move(tx, needs, need, was, 'withdraw', { reason })
    await record(tx, ctx, 'need.withdraw', { subject: needId, threadId: needId }, { reason })
    return { id: needId }
  })
