import type { Context } from '../../context.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { findPayment, subjectOf } from './find-payment.ts'
import type { BouncePayment } from './forms.ts'
import { settleReturned } from './settle-payment.ts'

/** 银行退回: the bank sent the money back, or nobody paid on the page of an online payment; the organisation corrects, then a new voucher is issued. */
export const bouncePayment = (ctx: Context, { paymentId, reason }: BouncePayment) =>
  ctx.transact(async (tx) => {
    const was = await findPayment(tx, paymentId)
    authorize(ctx.actor, 'payment.bounce', subjectOf(was))
    if (was.releaseKey) throw new Refusal('conflict', 'online-pay-held')
    await settleReturned(tx, ctx, was, reason)
    return { id: was.id }
  })
