import { findings } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { findContract } from '../contract/find-contract.ts'
import type { RaiseFinding } from './forms.ts'

/** 检查发现: what the centre or the grid saw; whoever raises it also closes it, never the one who put it right. */
export const raiseFinding = (ctx: Context, { contractId, words }: RaiseFinding) =>
  ctx.transact(async (tx) => {
    const contract = await findContract(tx, contractId)
    authorize(ctx.actor, 'finding.raise', contract)
    if (contract.state !== 'published') throw new Refusal('conflict', 'contract-not-running')
    const { personId, seat } = ctx.actor
    const [made] = await tx
      .insert(findings)
      .values({
        contractId,
        words,
        state: 'raised',
        raisedBy: personId!,
        raisedRole: seat!.role,
        raisedPartyId: seat!.partyId,
        createdAt: ctx.clock.now(),
      })
      .returning({ id: findings.id })
    await record(tx, ctx, 'finding.raise', { subject: made!.id, threadId: contract.planId })
    return { id: made!.id, contractId }
  })
