import { and, eq, notInArray } from 'drizzle-orm'
import { contracts, payments } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { negative } from '../../money.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { balancesOf } from '../../treasury/balances.ts'
import { post } from '../../treasury/post.ts'
import { financeOf } from '../payment/buyer-finance.ts'
import { toRecover } from '../payment/to-recover.ts'
import { type ContractFacts, findContract } from './find-contract.ts'
import type { Terminate } from './forms.ts'
import { contract } from './machine.ts'

/** 解除合同: with a reason; what is owed back (分) is computed, or set otherwise with a ground; what nobody asked for returns to the line. */
export const terminateContract = (ctx: Context, { contractId, reason, recovered, ground }: Terminate) =>
  ctx.transact(async (tx) => {
    const was = await findContract(tx, contractId)
    authorize(ctx.actor, 'contract.terminate', was)
    await nothingUnderWay(tx, was.id)
    const { owed, paid } = await toRecover(tx, was)
    const back = recovered ?? owed
    if (back > paid) throw new Refusal('invalid', 'recovered-over-paid')
    if (back !== owed && !ground) throw new Refusal('invalid', 'recovered-without-ground')
    await move(tx, contracts, contract, was, 'terminate', {
      endReason: reason,
      endedAt: ctx.clock.now(),
      recovered: back,
      recoveryGround: back === owed ? null : ground,
      terminatedBy: ctx.actor.personId,
    })
    await freeRest(tx, ctx, was, 'contract.terminate')
    await record(
      tx,
      ctx,
      'contract.terminate',
      { subject: was.id, threadId: was.planId },
      { recovered: back },
    )
    if (back > 0) await askBack(tx, ctx, was)
    await notify(
      tx,
      ctx,
      { role: 'org_signer', partyId: was.supplierId },
      'contract-terminated',
      `/work/${was.id}`,
    )
    return { id: was.id }
  })

async function askBack(tx: Tx, ctx: Context, { id, buyerId, supplierId }: ContractFacts) {
  const link = `/desk/contracts/${id}#recovery`
  const role = await financeOf(tx, buyerId)
  await notify(tx, ctx, { role, partyId: buyerId }, 'recovery-to-register', link)
  await notify(tx, ctx, { role: 'org_signer', partyId: supplierId }, 'recovery-to-repay', link)
}

async function nothingUnderWay(tx: Tx, contractId: string) {
  const [live] = await tx
    .select({ id: payments.id })
    .from(payments)
    .where(and(eq(payments.contractId, contractId), notInArray(payments.state, ['paid', 'declined'])))
  if (live) throw new Refusal('conflict', 'payment-under-way')
}

/** Gives back to the line what a contract still holds and nobody will ask for. */
export async function freeRest(tx: Tx, ctx: Context, contract: ContractFacts, kind: string) {
  const { encumbered } = await balancesOf(tx, { contractId: contract.id })
  if (encumbered === 0) return
  await post(tx, ctx, {
    kind,
    source: `${kind}:${contract.id}`,
    lineId: contract.lineId,
    planId: contract.planId,
    contractId: contract.id,
    postings: [
      ['encumbered', negative(encumbered)],
      ['appropriation', encumbered],
    ],
  })
}
