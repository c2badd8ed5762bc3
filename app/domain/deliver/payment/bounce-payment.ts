import { and, eq, isNull } from 'drizzle-orm'
import { payments, vouchers } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { findPayment, subjectOf } from './find-payment.ts'
import type { BouncePayment } from './forms.ts'
import { payment } from './machine.ts'
import { postStep } from './post-step.ts'

/** 银行退回: the bank sent the money back; the organisation corrects, then a new voucher is issued. */
export const bouncePayment = (ctx: Context, { paymentId, reason }: BouncePayment) =>
  ctx.transact(async (tx) => {
    const was = await findPayment(tx, paymentId)
    authorize(ctx.actor, 'payment.bounce', subjectOf(was))
    await move(tx, payments, payment, was, 'bounce', { reason })
    const [returned] = await tx
      .update(vouchers)
      .set({ returnedAt: ctx.clock.now(), returnReason: reason })
      .where(and(eq(vouchers.paymentId, paymentId), isNull(vouchers.returnedAt)))
      .returning({ id: vouchers.id })
    await postStep(tx, ctx, 'bounce', was.contract, was, returned!.id)
    await record(
      tx,
      ctx,
      'payment.bounce',
      { subject: was.id, threadId: was.contract.planId },
      { voucher: was.voucherNo },
    )
    for (const role of ['org_signer', 'org_editor'] as const)
      await notify(
        tx,
        ctx,
        { role, partyId: was.contract.supplierId },
        'payment-bounced',
        `/work/${was.contractId}/payment/${was.milestoneId}`,
        { title: was.milestone.title },
      )
    return { id: was.id }
  })
