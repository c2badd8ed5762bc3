import { payments } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { approverOf } from '../contract/buyer-roles.ts'
import { findPayment, subjectOf } from './find-payment.ts'
import type { CorrectPayment } from './forms.ts'
import { payment } from './machine.ts'

/** 更正: the payee mends its account or invoice number; sum and payee stay what was approved. */
export const correctPayment = (ctx: Context, { paymentId, invoiceNo, accountTail }: CorrectPayment) =>
  ctx.transact(async (tx) => {
    const was = await findPayment(tx, paymentId)
    authorize(ctx.actor, 'payment.correct', subjectOf(was))
    await move(tx, payments, payment, was, 'correct', {
      invoiceNo,
      accountTail,
      correctedBy: ctx.actor.personId,
      correctedAt: ctx.clock.now(),
    })
    await record(
      tx,
      ctx,
      'payment.correct',
      { subject: was.id, threadId: was.contract.planId },
      { account: was.accountTail !== accountTail, invoice: was.invoiceNo !== invoiceNo },
    )
    await notify(
      tx,
      ctx,
      { role: await approverOf(tx, was.contract.buyerId), partyId: was.contract.buyerId },
      'payment-to-submit',
      `/desk/payments/${was.id}`,
      { title: was.milestone.title },
    )
    return { id: was.id, contractId: was.contractId }
  })
