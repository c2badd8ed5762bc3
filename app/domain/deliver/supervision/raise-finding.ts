import { findings } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { findingKinds } from '#db/vocabulary.ts'
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

type Found = { words: string; kind?: (typeof findingKinds)[number] }
/** Writes a finding down as the actor's own side's, where the act that found it has been authorised. */
export async function writeFinding(tx: Tx, ctx: Context, contract: ContractFacts, found: Found) {
  const { kind = 'ordinary', words } = found
  const { personId, seat } = ctx.actor
  const [made] = await tx
    .insert(findings)
    .values({
      contractId: contract.id,
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
  return made!.id
}

/** 检查发现: what the centre or the grid saw; whoever raises it also closes it, never the one who put it right. */
export const raiseFinding = (ctx: Context, { contractId, ...found }: RaiseFinding) =>
  ctx.transact(async (tx) => {
    const contract = await findContract(tx, contractId)
    authorize(ctx.actor, 'finding.raise', contract)
    if (contract.state !== 'published') throw new Refusal('conflict', 'contract-not-running')
    return { id: await writeFinding(tx, ctx, contract, found), contractId }
  })
