import { and, eq } from 'drizzle-orm'
import { recoveries } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf, yearOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { negative } from '../../money.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { nextRef } from '../../reference.ts'
import { Refusal } from '../../refusal.ts'
import { post } from '../../treasury/post.ts'
import { type ContractFacts, findContract } from '../contract/find-contract.ts'
import type { RegisterRecovery } from './forms.ts'
import { recoveryOf } from './to-recover.ts'

type Typed = Omit<RegisterRecovery, 'contractId'>
async function keepReceipt(tx: Tx, ctx: Context, contractId: string, typed: Typed) {
  const now = ctx.clock.now()
  const [made] = await tx
    .insert(recoveries)
    .values({
      ...typed,
      contractId,
      refNo: await nextRef(tx, 'ZH', yearOf(dateOf(now))),
      registeredBy: ctx.actor.personId!,
      at: now,
    })
    .returning({ refNo: recoveries.refNo })
  return made!.refNo
}

/** What had been paid stands as returned, on the line it was paid from. */
const postReturn = (tx: Tx, ctx: Context, contract: ContractFacts, typed: Typed, refNo: string) =>
  post(tx, ctx, {
    kind: 'recovery.register',
    source: `recovery.register:${refNo}`,
    lineId: contract.lineId,
    planId: contract.planId,
    contractId: contract.id,
    memo: typed.no,
    postings: [
      ['paid', negative(typed.amount)],
      ['returned', typed.amount],
    ],
  })

/** 追回入库: finance registers money that came back, once for its receipt, never more than is owed (分). */
export const registerRecovery = (ctx: Context, { contractId, ...typed }: RegisterRecovery) =>
  ctx.transact(async (tx) => {
    const contract = await findContract(tx, contractId)
    authorize(ctx.actor, 'recovery.register', contract)
    await mayBeRegistered(tx, ctx, contract, typed)
    const refNo = await keepReceipt(tx, ctx, contractId, typed)
    await postReturn(tx, ctx, contract, typed, refNo)
    await record(
      tx,
      ctx,
      'recovery.register',
      { subject: contractId, threadId: contract.planId },
      { amount: typed.amount, no: typed.no },
    )
    await notify(
      tx,
      ctx,
      { role: 'org_signer', partyId: contract.supplierId },
      'recovery-registered',
      `/work/${contractId}`,
    )
    return { id: contractId }
  })

async function mayBeRegistered(
  tx: Tx,
  ctx: Context,
  c: ContractFacts,
  { year, no, receivedOn, amount }: Typed,
) {
  if (c.state !== 'terminated') throw new Refusal('conflict', 'nothing-to-recover')
  const { out } = await recoveryOf(tx, c)
  if (out <= 0) throw new Refusal('conflict', 'nothing-to-recover')
  if (amount > out) throw new Refusal('invalid', 'recovery-over-owed')
  if (yearOf(receivedOn) !== year) throw new Refusal('invalid', 'recovery-other-year')
  if (receivedOn > dateOf(ctx.clock.now())) throw new Refusal('invalid', 'recovery-in-the-future')
  if (c.endedAt && receivedOn < dateOf(c.endedAt)) throw new Refusal('invalid', 'recovery-before-ending')
  const [used] = await tx
    .select({ id: recoveries.id })
    .from(recoveries)
    .where(and(eq(recoveries.year, year), eq(recoveries.no, no)))
  if (used) throw new Refusal('conflict', 'receipt-already-used', { no })
}
