import { and, eq, ne } from 'drizzle-orm'
import { payments } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf, endOf, yearOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { notify } from '../../notify.ts'
import { deadlineOf } from '../../parameters.ts'
import { authorize } from '../../policy/index.ts'
import { nextRef } from '../../reference.ts'
import { Refusal } from '../../refusal.ts'
import { handlerOf } from '../contract/buyer-roles.ts'
import { findMilestone, type MilestoneFacts } from '../milestone/find-milestone.ts'
import { refuseFrozen } from '../supervision/frozen.ts'
import { payeeOf } from './find-payment.ts'
import type { RequestPayment } from './forms.ts'
import { attachInvoice, keepInvoice, onlyOnce } from './invoice-file.ts'
import { keepMoneysLaw } from './money-law.ts'
import { postStep } from './post-step.ts'

/** 支付申请: for a milestone whose own gate is passed, in full, once, on one invoice; its clock begins with it. */
export async function requestPayment(ctx: Context, { milestoneId, invoice, ...typed }: RequestPayment) {
  authorize(ctx.actor, 'payment.request', (await findMilestone(ctx.db, milestoneId)).contract)
  const kept = await keepInvoice(ctx, invoice)
  return ctx.transact(async (tx) => {
    const was = await findMilestone(tx, milestoneId)
    const { contract } = was
    authorize(ctx.actor, 'payment.request', contract)
    await mayBeAsked(tx, was)
    await onlyOnce(tx, { supplierId: contract.supplierId, invoiceNo: typed.invoiceNo, hash: kept.hash })
    const made = await keepRequest(tx, ctx, was, typed)
    await attachInvoice(tx, ctx, { id: made.id, ownerId: contract.supplierId }, kept)
    await postStep(tx, ctx, 'request', contract, { id: made.id, milestoneId, amount: was.payable })
    await keepMoneysLaw(tx, contract)
    await record(
      tx,
      ctx,
      'payment.request',
      { subject: made.id, threadId: contract.planId },
      { amount: was.payable, invoiceSha256: kept.hash },
    )
    await askForCheck(tx, ctx, was, made.id)
    return { id: made.id, refNo: made.refNo, contractId: contract.id }
  })
}

/** The request with its number and its clock, to the contract's own payee and nobody else. */
async function keepRequest(
  tx: Tx,
  ctx: Context,
  was: MilestoneFacts,
  typed: Omit<RequestPayment, 'milestoneId' | 'invoice'>,
) {
  const { name } = await payeeOf(tx, was.contract)
  if (typed.payeeName.replace(/\s/g, '') !== name.replace(/\s/g, ''))
    throw new Refusal('invalid', 'payee-not-of-contract', { name })
  const now = ctx.clock.now()
  const today = dateOf(now)
  const [made] = await tx
    .insert(payments)
    .values({
      ...typed,
      payeeName: name,
      refNo: await nextRef(tx, 'ZF', yearOf(today)),
      contractId: was.contractId,
      milestoneId: was.id,
      amount: was.payable,
      state: 'requested',
      requestedBy: ctx.actor.personId!,
      requestedAt: now,
      dueAt: endOf(await deadlineOf(tx, ctx.calendar, 'PAYMENT_CLOCK', today)),
    })
    .returning({ id: payments.id, refNo: payments.refNo })
  return made!
}

async function askForCheck(tx: Tx, ctx: Context, { contract, title }: MilestoneFacts, paymentId: string) {
  const { buyerId: partyId } = contract
  const role = await handlerOf(tx, partyId)
  await notify(tx, ctx, { role, partyId }, 'payment-to-check', `/desk/payments/${paymentId}`, { title })
}

/** Σ live payments of a milestone ≤ its price: a second request is refused until the first is declined. */
async function mayBeAsked(tx: Tx, was: MilestoneFacts) {
  if (was.contract.state !== 'published') throw new Refusal('conflict', 'contract-not-running')
  if (was.state !== 'accepted') throw new Refusal('conflict', 'gate-not-passed')
  await refuseFrozen(tx, was.contractId)
  const [live] = await tx
    .select({ refNo: payments.refNo })
    .from(payments)
    .where(and(eq(payments.milestoneId, was.id), ne(payments.state, 'declined')))
  if (live) throw new Refusal('conflict', 'payment-already-asked', { refNo: live.refNo })
}
