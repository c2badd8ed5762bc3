import { and, eq } from 'drizzle-orm'
import { bankLines, bankLists, settlements } from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { findSettlement, vouchersOf } from '../settlement/find-settlement.ts'
import { settle, whatOf } from './bring-bank-list.ts'
import { findPayment, subjectOf } from './find-payment.ts'
import type { MatchBankLine, SetAsideBankLine } from './forms.ts'

/** One line of a bank's list, with the list it came in. */
export async function findBankLine(db: Reader, id: string) {
  const [row] = await db
    .select({ line: bankLines, list: bankLists })
    .from(bankLines)
    .innerJoin(bankLists, eq(bankLists.id, bankLines.listId))
    .where(eq(bankLines.id, id))
  if (!row) throw new Refusal('missing', 'bank-line-missing')
  return { ...row.line, list: row.list }
}

/** A line is settled by a person once, whoever was first. */
async function close(
  tx: Tx,
  ctx: Context,
  id: string,
  how: {
    state: 'matched_by_hand' | 'set_aside'
    paymentId?: string | null
    settlementId?: string | null
    settleReason: string
  },
) {
  const closed = await tx
    .update(bankLines)
    .set({ ...how, settledBy: ctx.actor.personId, settledAt: ctx.clock.now() })
    .where(and(eq(bankLines.id, id), eq(bankLines.state, 'queued')))
    .returning({ id: bankLines.id })
  if (closed.length === 0) throw new Refusal('conflict', 'bank-line-settled')
}

/** What a person names as the line's own: a payment of a contract, or a month of orders. */
async function namedBy(tx: Tx, id: string) {
  const [claim] = await tx.select({ id: settlements.id }).from(settlements).where(eq(settlements.id, id))
  if (claim) {
    const was = await findSettlement(tx, id)
    return { of: 'settlement' as const, id, amount: was.amount, subject: was, sent: await vouchersOf(tx, id) }
  }
  const was = await findPayment(tx, id)
  const subject = { ...subjectOf(was), submittedBy: was.submittedBy }
  return { of: 'payment' as const, id, amount: was.amount, subject, sent: was.vouchers }
}

/** 人工核对: another person than who registered the voucher says what a line pays, and why; the sum must be its own. */
export const matchBankLine = (ctx: Context, { lineId, paymentId, reason }: MatchBankLine) =>
  ctx.transact(async (tx) => {
    const line = await findBankLine(tx, lineId)
    const named = await namedBy(tx, paymentId)
    authorize(ctx.actor, 'bank.match', named.subject)
    if (named.subject.buyerId !== line.buyerId) throw new Refusal('missing', 'bank-line-missing')
    if (named.amount !== line.amount) throw new Refusal('invalid', 'bank-sum-differs')
    if (named.sent.some((v) => !v.returnedAt && line.on < v.dated))
      throw new Refusal('invalid', 'bank-day-before-voucher')
    await close(tx, ctx, line.id, { state: 'matched_by_hand', ...whatOf(named), settleReason: reason })
    await settle(tx, ctx, named, line)
    await record(
      tx,
      ctx,
      'bank.match',
      { subject: line.id, threadId: null },
      { [named.of]: named.id, reason },
    )
    return { id: line.id }
  })

/** 非本单位付款: a line that is of none of our payments leaves the queue, by another than who brought it. */
export const setAsideBankLine = (ctx: Context, { lineId, reason }: SetAsideBankLine) =>
  ctx.transact(async (tx) => {
    const line = await findBankLine(tx, lineId)
    authorize(ctx.actor, 'bank.set_aside', { buyerId: line.buyerId, broughtBy: line.list.broughtBy })
    await close(tx, ctx, line.id, { state: 'set_aside', settleReason: reason })
    await record(tx, ctx, 'bank.set_aside', { subject: line.id }, { reason })
    return { id: line.id }
  })
