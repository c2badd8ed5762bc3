import { contracts } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { approverOf } from './buyer-roles.ts'
import { findContract } from './find-contract.ts'
import { contract } from './machine.ts'

/** 乙方签署: only after all three sectors of the 联动卡 have confirmed. */
export const signBySupplier = (ctx: Context, { contractId }: { contractId: string }) =>
  ctx.transact(async (tx) => {
    const was = await findContract(tx, contractId)
    authorize(ctx.actor, 'contract.sign_by_supplier', was)
    if (!was.awardStands) throw new Refusal('conflict', 'award-no-longer-stands')
    const open = was.linkages.filter((side) => side.confirmedAt === null).length
    if (was.linkages.length < 3 || open > 0) throw new Refusal('conflict', 'linkage-unconfirmed', { n: open })
    const now = ctx.clock.now()
    await move(tx, contracts, contract, was, 'sign_by_supplier', {
      supplierSignerId: ctx.actor.personId,
      supplierSignedAt: now,
    })
    await record(
      tx,
      ctx,
      'contract.sign_by_supplier',
      { subject: was.id, threadId: was.planId },
      { hash: was.bodyHash },
    )
    await notify(
      tx,
      ctx,
      { role: await approverOf(tx, was.buyerId), partyId: was.buyerId },
      'contract-to-sign',
      `/desk/contracts/${was.id}`,
    )
    return { id: was.id }
  })
