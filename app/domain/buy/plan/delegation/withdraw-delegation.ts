import { and, eq, gte, isNull, or } from 'drizzle-orm'
import { approvalDelegations } from '#db/schema/index.ts'
import type { Context } from '../../../context.ts'
import { dateOf } from '../../../dates.ts'
import { record } from '../../../journal.ts'
import { notify } from '../../../notify.ts'
import { authorize } from '../../../policy/index.ts'
import { Refusal } from '../../../refusal.ts'
import { delegationOf, ofPlace } from './find-delegation.ts'
import type { WithdrawDelegation } from './forms.ts'

/** 收回委托: at once, and with it every other version for that community that has not ended; a plan that waits for the director goes to the street's own approver, what he has signed stays signed. */
export const withdrawDelegation = (ctx: Context, { delegationId, ground }: WithdrawDelegation) =>
  ctx.transact(async (tx) => {
    const was = await delegationOf(tx, delegationId)
    if (!was) throw new Refusal('missing', 'delegation-missing')
    authorize(ctx.actor, 'delegation.withdraw', was)
    const gone = { withdrawnAt: ctx.clock.now(), withdrawnBy: ctx.actor.personId!, withdrawGround: ground }
    const asked = eq(approvalDelegations.id, delegationId)
    const notEnded = gte(approvalDelegations.to, dateOf(ctx.clock.now()))
    const written = await tx
      .update(approvalDelegations)
      .set(gone)
      .where(and(ofPlace(was), isNull(approvalDelegations.withdrawnAt), or(asked, notEnded)))
      .returning({ id: approvalDelegations.id, committeeId: approvalDelegations.committeeId })
    if (!written.some(({ id }) => id === delegationId))
      throw new Refusal('conflict', 'delegation-already-withdrawn')
    for (const partyId of new Set(written.map(({ committeeId }) => committeeId)))
      for (const role of ['committee_director', 'supervision_member'] as const)
        await notify(tx, ctx, { role, partyId }, 'delegation-withdrawn', '/delegations')
    await record(tx, ctx, 'delegation.withdraw', { subject: delegationId }, { version: was.version, ground })
    return { id: delegationId }
  })
