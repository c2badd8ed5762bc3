import { findings } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { approverOf } from '../contract/buyer-roles.ts'
import { type ContractFacts, findContract } from '../contract/find-contract.ts'
import type { RaiseFinding } from './forms.ts'

/** 转包: whoever approves for the buyer knows at once, before anything is ordered. */
async function tellBuyer(tx: Tx, ctx: Context, { buyerId, title }: ContractFacts, id: string) {
  const role = await approverOf(tx, buyerId)
  await notify(tx, ctx, { role, partyId: buyerId }, 'transfer-found', `/desk/findings/${id}`, { title })
}

/** 检查发现: what the centre or the grid saw; whoever raises it also closes it, never the one who put it right. */
export const raiseFinding = (ctx: Context, { contractId, words, kind = 'ordinary' }: RaiseFinding) =>
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
        kind,
        state: 'raised',
        raisedBy: personId!,
        raisedRole: seat!.role,
        raisedPartyId: seat!.partyId,
        createdAt: ctx.clock.now(),
      })
      .returning({ id: findings.id })
    if (kind === 'transfer') await tellBuyer(tx, ctx, contract, made!.id)
    await record(tx, ctx, 'finding.raise', { subject: made!.id, threadId: contract.planId }, { kind })
    return { id: made!.id, contractId }
  })
