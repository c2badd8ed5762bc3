import { and, eq, notInArray } from 'drizzle-orm'
import { contracts, findings, payments } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { negative, said } from '../../money.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { balancesOf } from '../../treasury/balances.ts'
import { post } from '../../treasury/post.ts'
import { financeOf } from '../payment/buyer-finance.ts'
import { toRecover } from '../payment/to-recover.ts'
import { handlerOf } from './buyer-roles.ts'
import { type ContractFacts, findContract } from './find-contract.ts'
import type { Terminate } from './forms.ts'
import { contract } from './machine.ts'

type Said = Pick<Terminate, 'recovered' | 'ground'>
/** What is to come back, in 分: as computed, or another sum with its ground, never more than was paid; a ground, too, why accepted work stays unpaid. */
async function owedBack(tx: Tx, was: ContractFacts, { recovered, ground }: Said) {
  const { owed, paid, due } = await toRecover(tx, was)
  const back = recovered ?? owed
  if (back > paid) throw new Refusal('invalid', 'recovered-over-paid')
  if (back !== owed && !ground) throw new Refusal('invalid', 'recovered-without-ground')
  if (due > 0 && !ground) throw new Refusal('invalid', 'accepted-unpaid', { due: said(due) }, 'ground')
  return { recovered: back, recoveryGround: back === owed && due === 0 ? null : ground }
}

/** 解除合同: for a cause, with a reason; what is owed back is computed, or set otherwise with a ground; what nobody asked for returns to the line. */
export const terminateContract = (ctx: Context, { contractId, cause, reason, ...said }: Terminate) =>
  ctx.transact(async (tx) => {
    const was = await findContract(tx, contractId)
    authorize(ctx.actor, 'contract.terminate', was)
    await nothingUnderWay(tx, was.id)
    const back = await owedBack(tx, was, said)
    const endFindingId = cause === 'transfer' ? await transferFound(tx, was.id) : null
    await move(tx, contracts, contract, was, 'terminate', {
      ...back,
      endCause: cause,
      endFindingId,
      endReason: reason,
      endedAt: ctx.clock.now(),
      terminatedBy: ctx.actor.personId,
    })
    await freeRest(tx, ctx, was, 'contract.terminate')
    if (back.recovered > 0) await askBack(tx, ctx, was)
    if (endFindingId) await askReport(tx, ctx, was)
    const supplier = { role: 'org_signer', partyId: was.supplierId } as const
    await notify(tx, ctx, supplier, 'contract-terminated', `/work/${was.id}`)
    const about = { subject: was.id, threadId: was.planId }
    await record(tx, ctx, 'contract.terminate', about, { cause, recovered: back.recovered })
    return { id: was.id }
  })

/** 经查实转包: a finding of it that whoever raised it reported up. */
async function transferFound(tx: Tx, contractId: string) {
  const [found] = await tx
    .select({ id: findings.id })
    .from(findings)
    .where(
      and(
        eq(findings.contractId, contractId),
        eq(findings.kind, 'transfer'),
        eq(findings.state, 'escalated'),
      ),
    )
  if (!found) throw new Refusal('conflict', 'terminate-needs-transfer-finding')
  return found.id
}

/** 转包 bars from purchasing (实施条例 第七十二条): the buyer's handler is asked to report it. */
async function askReport(tx: Tx, ctx: Context, { buyerId, title }: ContractFacts) {
  const role = await handlerOf(tx, buyerId)
  await notify(tx, ctx, { role, partyId: buyerId }, 'transfer-to-report', '/desk/sanctions', { title })
}

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

type Ending = 'contract.complete' | 'contract.terminate'
/** Gives back to the line what a contract still holds and nobody will ask for. */
export async function freeRest(tx: Tx, ctx: Context, contract: ContractFacts, kind: Ending) {
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
