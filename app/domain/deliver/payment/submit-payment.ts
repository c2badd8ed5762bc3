import { and, eq } from 'drizzle-orm'
import { payments, vouchers } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf, yearOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { refuseFreshAccount } from './account-rest.ts'
import { findPayment, subjectOf } from './find-payment.ts'
import type { SubmitPayment } from './forms.ts'
import { payment } from './machine.ts'
import { keepMoneysLaw } from './money-law.ts'
import { postStep } from './post-step.ts'

/** 开具国库支付凭证: a third person registers the voucher the treasury issued; each number serves once. */
export const submitPayment = (ctx: Context, { paymentId, year, no, dated }: SubmitPayment) =>
  ctx.transact(async (tx) => {
    const was = await findPayment(tx, paymentId)
    authorize(ctx.actor, 'payment.submit', subjectOf(was))
    const now = ctx.clock.now()
    payment.next(was.state, 'submit')
    refuseFreshAccount(was, now)
    if (yearOf(dated) !== year) throw new Refusal('invalid', 'voucher-other-year')
    if (dated > dateOf(now)) throw new Refusal('invalid', 'voucher-in-the-future')
    if (was.approvedAt && dated < dateOf(was.approvedAt))
      throw new Refusal('invalid', 'voucher-before-approval')
    await neverUsed(tx, year, no)
    await move(tx, payments, payment, was, 'submit', {
      submittedBy: ctx.actor.personId,
      submittedAt: now,
      voucherYear: year,
      voucherNo: no,
      voucherOn: dated,
      reason: null,
    })
    const [made] = await tx
      .insert(vouchers)
      .values({
        paymentId,
        year,
        no,
        dated,
        issuedBy: ctx.actor.personId!,
        issuedAt: now,
        accountTail: was.accountTail,
      })
      .returning({ id: vouchers.id })
    await postStep(tx, ctx, 'submit', was.contract, was, made!.id)
    await keepMoneysLaw(tx, was.contract)
    await record(tx, ctx, 'payment.submit', { subject: was.id, threadId: was.contract.planId }, { year, no })
    return { id: was.id }
  })

async function neverUsed(tx: Tx, year: number, no: string) {
  const [used] = await tx
    .select({ id: vouchers.id })
    .from(vouchers)
    .where(and(eq(vouchers.year, year), eq(vouchers.no, no)))
  if (used) throw new Refusal('conflict', 'voucher-already-used', { no })
}
