import { eq } from 'drizzle-orm'
import { tenders } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { findCall } from '../proposal/find-call.ts'
import type { Tender } from '../tender/find-tender.ts'
import { tender as machine } from '../tender/machine.ts'

/** A witness has seen the opening only on the day he wrote himself down. */
export const isWitnessed = (
  { witnessId, witnessedAt }: Pick<Tender, 'witnessId' | 'witnessedAt'>,
  now: Date,
) => witnessId !== null && witnessedAt !== null && dateOf(witnessedAt) === dateOf(now)

/** 开启见证: a second person, from another side than the handler, is there before anything is opened. */
export const witnessOpening = (ctx: Context, { tenderId }: { tenderId: string }) =>
  ctx.transact(async (tx) => {
    const was = await findCall(tx, tenderId)
    authorize(ctx.actor, 'tender.witness', was)
    machine.next(was.state, 'open')
    if (was.sealMode === 'split') throw new Refusal('conflict', 'opening-needs-shares')
    const at = ctx.clock.now()
    if (at < was.deadline) throw new Refusal('conflict', 'opening-too-early')
    const role = ctx.actor.seat?.role
    await tx
      .update(tenders)
      .set({ witnessId: ctx.actor.personId, witnessRole: role, witnessedAt: at })
      .where(eq(tenders.id, tenderId))
    await record(tx, ctx, 'tender.witness', { subject: tenderId, threadId: was.planId }, { role })
    return { id: tenderId }
  })
