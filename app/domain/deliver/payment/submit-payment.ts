import { payments, vouchers } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf, yearOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { filePaper, type KeptPaper, keepPaper } from '../../paper-file.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { refuseFrozen } from '../supervision/frozen.ts'
import { refuseFreshAccount } from './account-rest.ts'
import { mustBeAsSigned } from './application.ts'
import { findPayment, type PaymentFacts, subjectOf } from './find-payment.ts'
import type { SubmitPayment } from './forms.ts'
import { payment } from './machine.ts'
import { keepMoneysLaw } from './money-law.ts'
import { mustBeBack } from './online/payment-facts.ts'
import { postStep } from './post-step.ts'
import { voucherOnce } from './voucher-once.ts'

/** 登记国库支付凭证: a third person registers the voucher the payment centre issued, with its scan; each serves once. */
export async function submitPayment(ctx: Context, { paymentId, scan, ...typed }: SubmitPayment) {
  const asked = await findPayment(ctx.db, paymentId)
  authorize(ctx.actor, 'payment.submit', subjectOf(asked))
  const kept = await keepPaper(ctx, 'voucher', scan)
  return ctx.transact(async (tx) => {
    const was = await findPayment(tx, paymentId)
    authorize(ctx.actor, 'payment.submit', subjectOf(was))
    await refuseFrozen(tx, was.contractId)
    await mayBeRegistered(tx, ctx, was, { ...typed, hash: kept.hash })
    const { year, no } = typed
    await move(tx, payments, payment, was, 'submit', {
      submittedBy: ctx.actor.personId,
      submittedAt: ctx.clock.now(),
      voucherYear: year,
      voucherNo: no,
      voucherOn: typed.dated,
      reason: null,
      ...{ provider: null, releaseKey: null },
    })
    const voucherId = await issue(tx, ctx, was, typed, kept)
    await postStep(tx, ctx, 'submit', was.contract, was, voucherId)
    await keepMoneysLaw(tx, was.contract)
    const detail = { year, no, kind: typed.kind, scanSha256: kept.hash }
    await record(tx, ctx, 'payment.submit', { subject: was.id, threadId: was.contract.planId }, detail)
    return { id: was.id }
  })
}

type Typed = Omit<SubmitPayment, 'paymentId' | 'scan'>
async function mayBeRegistered(tx: Tx, ctx: Context, was: PaymentFacts, typed: Typed & { hash: string }) {
  const now = ctx.clock.now()
  payment.next(was.state, 'submit')
  mustBeAsSigned(was)
  refuseFreshAccount(was, now)
  await mustBeBack(tx, was.id)
  refuseDated(was, typed, now)
  if (typed.amount !== was.amount) throw new Refusal('invalid', 'voucher-other-sum')
  if (typed.payeeTail !== was.accountTail) throw new Refusal('invalid', 'voucher-other-account')
  await voucherOnce(tx, was.contract.buyerId, typed)
}

async function issue(tx: Tx, ctx: Context, was: PaymentFacts, typed: Typed, kept: KeptPaper) {
  const { payeeTail, ...printed } = typed
  const { buyerId } = was.contract
  const scanFileId = await filePaper(tx, ctx, { purpose: 'voucher', subject: was.id, ownerId: buyerId }, kept)
  const by = { issuedBy: ctx.actor.personId!, issuedAt: ctx.clock.now() }
  const scanned = { scanHash: kept.hash, scanFileId }
  const [made] = await tx
    .insert(vouchers)
    .values({ paymentId: was.id, payerId: buyerId, accountTail: payeeTail, ...printed, ...by, ...scanned })
    .returning({ id: vouchers.id })
  return made!.id
}

/** A voucher is of its own year, of no day to come, and of none before the approval or before it was asked for. */
function refuseDated({ approvedAt }: PaymentFacts, { year, dated, sentOn }: Typed, now: Date) {
  if (yearOf(dated) !== year) throw new Refusal('invalid', 'voucher-other-year')
  if (dated > dateOf(now)) throw new Refusal('invalid', 'voucher-in-the-future')
  if (approvedAt && sentOn < dateOf(approvedAt)) throw new Refusal('invalid', 'voucher-before-approval')
  if (dated < sentOn) throw new Refusal('invalid', 'voucher-before-sending')
}
