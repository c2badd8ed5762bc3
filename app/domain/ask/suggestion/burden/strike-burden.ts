import { and, eq, isNull } from 'drizzle-orm'
import { burdenForms } from '#db/schema/index.ts'
import type { Context } from '../../../context.ts'
import { record } from '../../../journal.ts'
import { authorize } from '../../../policy/index.ts'
import { Refusal } from '../../../refusal.ts'
import type { StrikeBurden } from './forms.ts'

/** Strikes out what was entered by mistake, with the reason; it is counted no more and never deleted. */
export const strikeBurden = (ctx: Context, { id, reason }: StrikeBurden) =>
  ctx.transact(async (tx) => {
    const [was] = await tx.select().from(burdenForms).where(eq(burdenForms.id, id))
    if (!was) throw new Refusal('missing', 'burden-form')
    authorize(ctx.actor, 'burden.strike', was)
    const struck = await tx
      .update(burdenForms)
      .set({ struckBy: ctx.actor.personId, struckAt: ctx.clock.now(), struckReason: reason })
      .where(and(eq(burdenForms.id, id), isNull(burdenForms.struckAt)))
      .returning({ id: burdenForms.id })
    if (struck.length === 0) throw new Refusal('conflict', 'burden-struck-already')
    await record(tx, ctx, 'burden.strike', { subject: id }, { reason })
    return { id, month: was.month }
  })
