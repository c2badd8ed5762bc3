import { onwardPayments } from '#db/schema/index.ts'
import type { Context } from '../../../context.ts'
import { dateOf } from '../../../dates.ts'
import { record } from '../../../journal.ts'
import { percentOf, plus, sum } from '../../../money.ts'
import { authorize } from '../../../policy/index.ts'
import { Refusal } from '../../../refusal.ts'
import { findSubcontract, onwardOf } from './find-subcontract.ts'
import type { RegisterOnward } from './forms.ts'

/** 登记转付: what the supplier paid to a subcontractor, in 分; never before consent, never above its share. */
export const registerOnward = (ctx: Context, { subcontractId, ...paid }: RegisterOnward) =>
  ctx.transact(async (tx) => {
    const was = await findSubcontract(tx, subcontractId)
    const { contract } = was
    authorize(ctx.actor, 'subcontract.register_onward', contract)
    if (was.state !== 'consented') throw new Refusal('conflict', 'subcontract-not-consented')
    if (paid.paidOn > dateOf(ctx.clock.now()) || paid.paidOn < dateOf(was.decidedAt!))
      throw new Refusal('invalid', 'subcontract-paid-on')
    const before = (await onwardOf(tx, contract.id)).filter((p) => p.subcontractId === was.id)
    if (before.some((p) => p.receiptNo === paid.receiptNo))
      throw new Refusal('conflict', 'subcontract-receipt-twice')
    if (plus(sum(before.map((p) => p.amount)), paid.amount) > percentOf(contract.price, was.percent))
      throw new Refusal('invalid', 'subcontract-over-share', { n: was.percent })
    await tx
      .insert(onwardPayments)
      .values({ ...paid, subcontractId, registeredBy: ctx.actor.personId!, at: ctx.clock.now() })
    const about = { subject: was.id, threadId: contract.planId }
    await record(tx, ctx, 'subcontract.register_onward', about, { amount: paid.amount })
    return { id: was.id, contractId: contract.id }
  })
