import { eq } from 'drizzle-orm'
import { contracts, tenders } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import { refuseHeld } from '../../buy/challenge/holds.ts'
import { tender } from '../../buy/tender/machine.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { encumber } from '../../treasury/reserve.ts'
import { handlerOf } from './buyer-roles.ts'
import { findContract } from './find-contract.ts'
import { contract } from './machine.ts'

/** The first year's signature ends the purchase; a renewal has none of its own. */
async function closePurchase(tx: Tx, ctx: Context, tenderId: string) {
  const [bought] = await tx.select().from(tenders).where(eq(tenders.id, tenderId))
  await refuseHeld(tx, tenderId, ctx.clock.now())
  await move(tx, tenders, tender, bought!, 'contract')
}

/** 甲方签署: by someone who did not draw it up; its price is encumbered in the same breath (采购法 第四十六条). */
export const signContract = (ctx: Context, { contractId }: { contractId: string }) =>
  ctx.transact(async (tx) => {
    const was = await findContract(tx, contractId)
    authorize(ctx.actor, 'contract.sign', was)
    if (!was.awardStands) throw new Refusal('conflict', 'award-no-longer-stands')
    await move(tx, contracts, contract, was, 'sign', {
      buyerSignerId: ctx.actor.personId,
      buyerSignedAt: ctx.clock.now(),
    })
    await encumber(tx, ctx, was)
    if (!was.renewsId) await closePurchase(tx, ctx, was.tenderId)
    await record(tx, ctx, 'contract.sign', { subject: was.id, threadId: was.planId }, { hash: was.bodyHash })
    await notify(
      tx,
      ctx,
      { role: await handlerOf(tx, was.buyerId), partyId: was.buyerId },
      'contract-to-publish',
      `/desk/contracts/${was.id}`,
    )
    await notify(
      tx,
      ctx,
      { role: 'org_signer', partyId: was.supplierId },
      'contract-signed',
      `/work/${was.id}`,
    )
    return { id: was.id }
  })
