import { payments } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { approverOf } from '../contract/buyer-roles.ts'
import { applicationHash } from './application.ts'
import { financeOf } from './buyer-finance.ts'
import { findPayment, type PaymentFacts, subjectOf } from './find-payment.ts'
import type { CorrectPayment } from './forms.ts'
import { attachInvoice, keepInvoice, onlyOnce } from './invoice-file.ts'
import { payment } from './machine.ts'

/** 更正: the payee mends its account or its invoice; sum and payee stay what was approved. */
export async function correctPayment(ctx: Context, { paymentId, invoice, ...typed }: CorrectPayment) {
  authorize(ctx.actor, 'payment.correct', subjectOf(await findPayment(ctx.db, paymentId)))
  const kept = invoice ? await keepInvoice(ctx, invoice) : null
  return ctx.transact(async (tx) => {
    const was = await findPayment(tx, paymentId)
    const { contract, contractId, invoiceNo } = was
    authorize(ctx.actor, 'payment.correct', subjectOf(was))
    const otherNo = invoiceNo !== typed.invoiceNo
    const account = was.accountTail !== typed.accountTail
    const now = ctx.clock.now()
    if (otherNo && !kept) throw new Refusal('invalid', 'invoice-file-with-number')
    const hash = kept?.hash ?? was.invoiceHash
    await onlyOnce(tx, { supplierId: contract.supplierId, invoiceNo: typed.invoiceNo, hash, paymentId })
    await move(tx, payments, payment, was, 'correct', {
      ...typed,
      correctedBy: ctx.actor.personId,
      correctedAt: now,
      ...(account ? { accountChangedAt: now } : {}),
      applicationHash: applicationHash({ ...was, ...typed, invoiceHash: hash }),
    })
    if (kept) await attachInvoice(tx, ctx, { id: was.id, ownerId: contract.supplierId }, kept)
    const about = { subject: was.id, threadId: contract.planId }
    const detail = { account, invoice: otherNo, invoiceSha256: hash }
    await record(tx, ctx, 'payment.correct', about, detail)
    await tell(tx, ctx, was, account)
    return { id: was.id, contractId }
  })
}

/** Whoever pays hears of it; where the account is another, so do finance and who signs for the payee. */
async function tell(
  tx: Tx,
  ctx: Context,
  { id, contract, contractId, milestone }: PaymentFacts,
  account: boolean,
) {
  const { buyerId, supplierId } = contract
  const title = { title: milestone.title }
  const [desk, work] = [`/desk/payments/${id}`, `/work/${contractId}/payment/${milestone.id}`]
  const approver = { role: await approverOf(tx, buyerId), partyId: buyerId }
  await notify(tx, ctx, approver, 'payment-to-submit', desk, title)
  if (!account) return
  const finance = { role: await financeOf(tx, buyerId), partyId: buyerId }
  await notify(tx, ctx, finance, 'payment-account-changed', desk, title)
  await notify(tx, ctx, { role: 'org_signer', partyId: supplierId }, 'payment-account-changed', work, title)
}
