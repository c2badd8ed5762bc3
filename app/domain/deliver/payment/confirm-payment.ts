import type { Context } from '../../context.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { findPayment, subjectOf } from './find-payment.ts'
import type { ConfirmPayment } from './forms.ts'
import { settlePaid } from './settle-payment.ts'

/** 银行回单: the money arrived. */
export const confirmPayment = (ctx: Context, { paymentId, receiptNo }: ConfirmPayment) =>
  ctx.transact(async (tx) => {
    const was = await findPayment(tx, paymentId)
    authorize(ctx.actor, 'payment.confirm', subjectOf(was))
    if (was.provider) throw new Refusal('conflict', 'online-told-by-provider')
    await settlePaid(tx, ctx, was, { receiptNo, paidOn: null })
    return { id: was.id }
  })
