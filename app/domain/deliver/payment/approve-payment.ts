import { payments } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { approverOf } from '../contract/buyer-roles.ts'
import { refuseFrozen } from '../supervision/frozen.ts'
import { mustBeAsSigned } from './application.ts'
import { findPayment, subjectOf } from './find-payment.ts'
import { payment } from './machine.ts'
import { keepMoneysLaw } from './money-law.ts'

/** 财务审批: another person than who checked; the money's law is asked once more. */
export const approvePayment = (ctx: Context, { paymentId }: { paymentId: string }) =>
  ctx.transact(async (tx) => {
    const was = await findPayment(tx, paymentId)
    authorize(ctx.actor, 'payment.approve', subjectOf(was))
    mustBeAsSigned(was)
    await refuseFrozen(tx, was.contractId)
    await move(tx, payments, payment, was, 'approve', {
      approvedBy: ctx.actor.personId,
      approvedAt: ctx.clock.now(),
    })
    await keepMoneysLaw(tx, was.contract)
    await record(tx, ctx, 'payment.approve', { subject: was.id, threadId: was.contract.planId })
    await notify(
      tx,
      ctx,
      { role: await approverOf(tx, was.contract.buyerId), partyId: was.contract.buyerId },
      'payment-to-submit',
      `/desk/payments/${was.id}`,
      { title: was.milestone.title },
    )
    return { id: was.id }
  })
