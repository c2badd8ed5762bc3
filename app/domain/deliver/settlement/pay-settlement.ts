import { settlements, settlementVouchers } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf, yearOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { filePaper, type KeptPaper, keepPaper } from '../../paper-file.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { voucherOnce } from '../payment/voucher-once.ts'
import { settleClaimPaid, settleClaimReturned } from './bank-answer.ts'
import { findSettlement, type SettlementFacts } from './find-settlement.ts'
import type { PaySettlement } from './forms.ts'
import { settlement as machine } from './machine.ts'
import { postSettlement } from './post-settlement.ts'

type Printed = Omit<PaySettlement, 'settlementId' | 'scan'>
/** What is printed must be of this claim, of its own year, and of no day before the approval or to come. */
function mustAgree(was: SettlementFacts, typed: Printed, now: Date) {
  if (typed.amount !== was.amount) throw new Refusal('invalid', 'voucher-other-sum')
  if (typed.payeeTail !== was.accountTail) throw new Refusal('invalid', 'voucher-other-account')
  if (yearOf(typed.dated) !== typed.year) throw new Refusal('invalid', 'voucher-other-year')
  if (typed.dated > dateOf(now)) throw new Refusal('invalid', 'voucher-in-the-future')
  if (typed.sentOn < dateOf(was.approvedAt!)) throw new Refusal('invalid', 'voucher-before-approval')
  if (typed.dated < typed.sentOn) throw new Refusal('invalid', 'voucher-before-sending')
}

async function issue(tx: Tx, ctx: Context, was: SettlementFacts, typed: Printed, kept: KeptPaper) {
  const { payeeTail, ...printed } = typed
  const of = { purpose: 'voucher' as const, subject: was.id, ownerId: was.buyerId }
  const scan = { scanHash: kept.hash, scanFileId: await filePaper(tx, ctx, of, kept) }
  const by = { issuedBy: ctx.actor.personId!, issuedAt: ctx.clock.now() }
  const to = { settlementId: was.id, payerId: was.buyerId, accountTail: payeeTail }
  const [made] = await tx
    .insert(settlementVouchers)
    .values({ ...printed, ...scan, ...by, ...to })
    .returning({ id: settlementVouchers.id })
  return made!.id
}

/** 登记国库支付凭证: a third person registers the voucher the payment centre issued; each serves once. */
export async function submitSettlement(ctx: Context, { settlementId, scan, ...typed }: PaySettlement) {
  const asked = await findSettlement(ctx.db, settlementId)
  authorize(ctx.actor, 'settlement.submit', asked)
  const kept = await keepPaper(ctx, 'voucher', scan)
  return ctx.transact(async (tx) => {
    const was = await findSettlement(tx, settlementId)
    authorize(ctx.actor, 'settlement.submit', was)
    machine.next(was.state, 'submit')
    mustAgree(was, typed, ctx.clock.now())
    await voucherOnce(tx, was.buyerId, { ...typed, hash: kept.hash })
    const by = { submittedBy: ctx.actor.personId!, submittedAt: ctx.clock.now(), voucherNo: typed.no }
    await move(tx, settlements, machine, was, 'submit', { ...by, reason: null })
    const voucherId = await issue(tx, ctx, was, typed, kept)
    await postSettlement(tx, ctx, 'submit', was, voucherId)
    const detail = { year: typed.year, no: typed.no, kind: typed.kind, scanSha256: kept.hash }
    await record(tx, ctx, 'settlement.submit', { subject: was.id, threadId: was.planId }, detail)
    return { id: was.id }
  })
}

/** 付讫: the bank paid, by its own receipt. */
export const confirmSettlement = (
  ctx: Context,
  { settlementId, receiptNo }: { settlementId: string; receiptNo: string },
) =>
  ctx.transact(async (tx) => {
    const was = await findSettlement(tx, settlementId)
    authorize(ctx.actor, 'settlement.confirm', was)
    await settleClaimPaid(tx, ctx, was, { receiptNo, paidOn: null })
    return { id: was.id }
  })

/** 银行退回: the money stands where it stood, and the provider corrects its account. */
export const bounceSettlement = (
  ctx: Context,
  { settlementId, reason }: { settlementId: string; reason: string },
) =>
  ctx.transact(async (tx) => {
    const was = await findSettlement(tx, settlementId)
    authorize(ctx.actor, 'settlement.bounce', was)
    await settleClaimReturned(tx, ctx, was, reason)
    return { id: was.id }
  })

/** 更正账户: the provider's; finance approves the new one before another voucher is asked for. */
export const correctSettlement = (
  ctx: Context,
  { settlementId, accountTail }: { settlementId: string; accountTail: string },
) =>
  ctx.transact(async (tx) => {
    const was = await findSettlement(tx, settlementId)
    authorize(ctx.actor, 'settlement.correct', was)
    const afresh = { accountTail, approvedBy: null, approvedAt: null, voucherNo: null }
    await move(tx, settlements, machine, was, 'correct', afresh)
    await record(tx, ctx, 'settlement.correct', { subject: was.id, threadId: was.planId })
    return { id: was.id }
  })
