import { payments } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { findPayment, subjectOf } from './find-payment.ts'
import type { DeclinePayment } from './forms.ts'
import { payment } from './machine.ts'
import { postStep } from './post-step.ts'

/** 不予支付: with the reason; the milestone may be asked for again, mended. */
export const declinePayment = (ctx: Context, { paymentId, reason }: DeclinePayment) =>
  ctx.transact(async (tx) => {
    const was = await findPayment(tx, paymentId)
    authorize(ctx.actor, 'payment.decline', subjectOf(was))
    await move(tx, payments, payment, was, 'decline', { reason })
    await postStep(tx, ctx, 'decline', was.contract, was)
    await record(tx, ctx, 'payment.decline', { subject: was.id, threadId: was.contract.planId })
    for (const role of ['org_signer', 'org_editor'] as const)
      await notify(
        tx,
        ctx,
        { role, partyId: was.contract.supplierId },
        'payment-declined',
        `/work/${was.contractId}/payment/${was.milestoneId}`,
        { title: was.milestone.title },
      )
    return { id: was.id }
  })
