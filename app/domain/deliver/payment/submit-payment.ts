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
import { findPayment, type PaymentFacts, subjectOf } from './find-payment.ts'
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
    refuseDated(was, { year, dated }, now)
    await neverUsed(tx, year, no)
    await move(tx, payments, payment, was, 'submit', {
      submittedBy: ctx.actor.personId,
      submittedAt: now,
      voucherYear: year,
      voucherNo: no,
      voucherOn: dated,
      reason: null,
    })
    const voucherId = await issue(tx, ctx, was, { year, no, dated })
    await postStep(tx, ctx, 'submit', was.contract, was, voucherId)
    await keepMoneysLaw(tx, was.contract)
    await record(tx, ctx, 'payment.submit', { subject: was.id, threadId: was.contract.planId }, { year, no })
    return { id: was.id }
  })

type Numbered = { year: number; no: string; dated: string }
async function issue(tx: Tx, ctx: Context, { id, accountTail }: PaymentFacts, numbered: Numbered) {
  const by = { issuedBy: ctx.actor.personId!, issuedAt: ctx.clock.now() }
  const [made] = await tx
    .insert(vouchers)
    .values({ paymentId: id, ...numbered, ...by, accountTail })
    .returning({ id: vouchers.id })
  return made!.id
}

/** A voucher is of its own year, of no day to come, and of none before the approval. */
function refuseDated(
  { approvedAt }: PaymentFacts,
  { year, dated }: { year: number; dated: string },
  now: Date,
) {
  if (yearOf(dated) !== year) throw new Refusal('invalid', 'voucher-other-year')
  if (dated > dateOf(now)) throw new Refusal('invalid', 'voucher-in-the-future')
  if (approvedAt && dated < dateOf(approvedAt)) throw new Refusal('invalid', 'voucher-before-approval')
}

async function neverUsed(tx: Tx, year: number, no: string) {
  const [used] = await tx
    .select({ id: vouchers.id })
    .from(vouchers)
    .where(and(eq(vouchers.year, year), eq(vouchers.no, no)))
  if (used) throw new Refusal('conflict', 'voucher-already-used', { no })
}
