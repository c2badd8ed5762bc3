import { and, eq } from 'drizzle-orm'
import { contracts, milestones } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { milestone } from '../milestone/machine.ts'
import { findContract } from './find-contract.ts'
import { contract } from './machine.ts'

/** 合同公告: everyone may read it, secrets masked; it is itself the gate of the first payment (实施条例 第五十条). */
export const publishContract = (ctx: Context, { contractId }: { contractId: string }) =>
  ctx.transact(async (tx) => {
    const was = await findContract(tx, contractId)
    authorize(ctx.actor, 'contract.publish', was)
    await move(tx, contracts, contract, was, 'publish', { publishedAt: ctx.clock.now() })
    await passByPublication(tx, ctx, was.id)
    await record(
      tx,
      ctx,
      'contract.publish',
      { subject: was.id, threadId: was.planId },
      { hash: was.bodyHash },
    )
    for (const role of ['org_signer', 'org_editor'] as const)
      await notify(tx, ctx, { role, partyId: was.supplierId }, 'contract-published', `/work/${was.id}`)
    return { id: was.id }
  })

async function passByPublication(tx: Tx, ctx: Context, contractId: string) {
  const gated = await tx
    .select()
    .from(milestones)
    .where(and(eq(milestones.contractId, contractId), eq(milestones.gate, 'publication')))
  for (const was of gated)
    await move(tx, milestones, milestone, was, 'pass_by_publication', { acceptedAt: ctx.clock.now() })
}
