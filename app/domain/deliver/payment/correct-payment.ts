import { payments } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { approverOf } from '../contract/buyer-roles.ts'
import { findPayment, subjectOf } from './find-payment.ts'
import type { CorrectPayment } from './forms.ts'
import { attachInvoice, keepInvoice, onlyOnce } from './invoice-file.ts'
import { payment } from './machine.ts'

/** 更正: the payee mends its account or its invoice; sum and payee stay what was approved. */
export async function correctPayment(ctx: Context, { paymentId, invoice, ...typed }: CorrectPayment) {
  authorize(ctx.actor, 'payment.correct', subjectOf(await findPayment(ctx.db, paymentId)))
  const kept = invoice ? await keepInvoice(ctx, invoice) : null
  return ctx.transact(async (tx) => {
    const was = await findPayment(tx, paymentId)
    const { contract, contractId, invoiceNo, accountTail } = was
    authorize(ctx.actor, 'payment.correct', subjectOf(was))
    const otherNo = invoiceNo !== typed.invoiceNo
    if (otherNo && !kept) throw new Refusal('invalid', 'invoice-file-with-number')
    const hash = kept?.hash ?? was.invoiceHash
    await onlyOnce(tx, { supplierId: contract.supplierId, invoiceNo: typed.invoiceNo, hash, paymentId })
    await move(tx, payments, payment, was, 'correct', {
      ...typed,
      correctedBy: ctx.actor.personId,
      correctedAt: ctx.clock.now(),
    })
    if (kept) await attachInvoice(tx, ctx, { id: was.id, ownerId: contract.supplierId }, kept)
    await record(
      tx,
      ctx,
      'payment.correct',
      { subject: was.id, threadId: contract.planId },
      { account: accountTail !== typed.accountTail, invoice: otherNo, invoiceSha256: hash },
    )
    await notify(
      tx,
      ctx,
      { role: await approverOf(tx, contract.buyerId), partyId: contract.buyerId },
      'payment-to-submit',
      `/desk/payments/${was.id}`,
      { title: was.milestone.title },
    )
    return { id: was.id, contractId }
  })
}
