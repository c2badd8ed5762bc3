import { payments } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { completeWhenDone } from '../contract/complete-when-done.ts'
import { findPayment, subjectOf } from './find-payment.ts'
import type { ConfirmPayment } from './forms.ts'
import { payment } from './machine.ts'
import { keepMoneysLaw } from './money-law.ts'
import { postStep } from './post-step.ts'

/** 银行回单: the money arrived. The last one closes the contract if all its work is accepted. */
export const confirmPayment = (ctx: Context, { paymentId, receiptNo }: ConfirmPayment) =>
  ctx.transact(async (tx) => {
    const was = await findPayment(tx, paymentId)
    authorize(ctx.actor, 'payment.confirm', subjectOf(was))
    await move(tx, payments, payment, was, 'confirm', {
      bankReceiptNo: receiptNo,
      paidAt: ctx.clock.now(),
      confirmedBy: ctx.actor.personId,
    })
    await postStep(tx, ctx, 'confirm', was.contract, was)
    await keepMoneysLaw(tx, was.contract)
    await record(
      tx,
      ctx,
      'payment.confirm',
      { subject: was.id, threadId: was.contract.planId },
      { amount: was.amount, voucher: was.voucherNo, receiptNo },
    )
    for (const role of ['org_signer', 'org_editor'] as const)
      await notify(
        tx,
        ctx,
        { role, partyId: was.contract.supplierId },
        'payment-paid',
        `/work/${was.contractId}/payment/${was.milestoneId}`,
        { title: was.milestone.title },
      )
    await completeWhenDone(tx, ctx, was.contractId)
    return { id: was.id }
  })
