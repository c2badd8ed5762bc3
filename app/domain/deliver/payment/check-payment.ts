import { payments } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { applicationHash } from './application.ts'
import { financeOf } from './buyer-finance.ts'
import { findPayment, subjectOf } from './find-payment.ts'
import { payment } from './machine.ts'

/** 经办审核: the request agrees with the contract, the acceptance and the invoice; the application is signed as it stands. */
export const checkPayment = (ctx: Context, { paymentId }: { paymentId: string }) =>
  ctx.transact(async (tx) => {
    const was = await findPayment(tx, paymentId)
    authorize(ctx.actor, 'payment.check', subjectOf(was))
    await move(tx, payments, payment, was, 'check', {
      checkedBy: ctx.actor.personId,
      checkedAt: ctx.clock.now(),
      applicationHash: applicationHash(was),
    })
    await record(tx, ctx, 'payment.check', { subject: was.id, threadId: was.contract.planId })
    await notify(
      tx,
      ctx,
      { role: await financeOf(tx, was.contract.buyerId), partyId: was.contract.buyerId },
      'payment-to-approve',
      `/desk/payments/${was.id}`,
      { title: was.milestone.title },
    )
    return { id: was.id }
  })
