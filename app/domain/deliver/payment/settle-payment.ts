import { and, eq, isNull } from 'drizzle-orm'
import { payments, vouchers } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { callsOf } from '../cofund/ask-provider.ts'
import { completeWhenDone } from '../contract/complete-when-done.ts'
import type { PaymentFacts } from './find-payment.ts'
import { payment } from './machine.ts'
import { keepMoneysLaw } from './money-law.ts'
import { postStep } from './post-step.ts'

/** Tells those who sign and write for the payee. */
async function tellPayee(
  tx: Tx,
  ctx: Context,
  was: PaymentFacts,
  message: 'payment-paid' | 'payment-bounced',
) {
  const link = `/work/${was.contractId}/payment/${was.milestoneId}`
  for (const role of ['org_signer', 'org_editor'] as const)
    await notify(tx, ctx, { role, partyId: was.contract.supplierId }, message, link, {
      title: was.milestone.title,
    })
}

/** The bank paid: `paidOn` is its own day of it, where it told one. The last one closes a contract whose work is accepted. */
export async function settlePaid(
  tx: Tx,
  ctx: Context,
  was: PaymentFacts,
  { receiptNo, paidOn }: { receiptNo: string; paidOn: string | null },
) {
  await move(tx, payments, payment, was, 'confirm', {
    bankReceiptNo: receiptNo,
    paidAt: ctx.clock.now(),
    paidOn,
    confirmedBy: ctx.actor.personId,
  })
  await postStep(tx, ctx, 'confirm', was.contract, was, was.losses ? `${was.id}:${was.losses}` : was.id)
  await keepMoneysLaw(tx, was.contract)
  await tellPayee(tx, ctx, was, 'payment-paid')
  const about = { subject: was.id, threadId: was.contract.planId }
  const detail = { amount: was.amount, voucher: was.voucherNo, receiptNo }
  await record(tx, ctx, 'payment.confirm', about, detail)
  await completeWhenDone(tx, ctx, was.contractId)
}

/** The voucher that lives is spent. */
async function spendVoucher(tx: Tx, ctx: Context, was: PaymentFacts, reason: string | null) {
  const [returned] = await tx
    .update(vouchers)
    .set({ returnedAt: ctx.clock.now(), returnReason: reason })
    .where(and(eq(vouchers.paymentId, was.id), isNull(vouchers.returnedAt)))
    .returning({ id: vouchers.id })
  return returned!.id
}
/** The page an online payment was last sent out with. */
const lastPage = async (tx: Tx, paymentId: string) =>
  (await callsOf(tx, { paymentId })).filter(({ kind }) => kind === 'open').at(-1)!.callKey

/** The bank sent it back: its voucher is spent (or its page is closed), the payee corrects. */
export async function settleReturned(tx: Tx, ctx: Context, was: PaymentFacts, reason: string | null) {
  await move(tx, payments, payment, was, 'bounce', { reason, releaseKey: null })
  const fact = was.provider ? await lastPage(tx, was.id) : await spendVoucher(tx, ctx, was, reason)
  await postStep(tx, ctx, 'bounce', was.contract, was, fact)
  await tellPayee(tx, ctx, was, 'payment-bounced')
  const about = { subject: was.id, threadId: was.contract.planId }
  await record(tx, ctx, 'payment.bounce', about, { voucher: was.voucherNo })
}
