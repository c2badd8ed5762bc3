import { bankLines, bankLists } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf, yearOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { fen } from '../../money.ts'
import { nextRef } from '../../reference.ts'
import { Refusal } from '../../refusal.ts'
import { settleClaimPaid, settleClaimReturned } from '../settlement/bank-answer.ts'
import { findSettlement } from '../settlement/find-settlement.ts'
import { findPayment } from './find-payment.ts'
import type { SentVoucher } from './sent-vouchers.ts'
import { settlePaid, settleReturned } from './settle-payment.ts'
import { type ReadLine, readBankList } from './try-bank-list.ts'

const CHUNK = 500
type Settles = Pick<SentVoucher, 'of' | 'id'>
/** In which of the two columns of a line stands what it settled. */
export const whatOf = (settles: Settles | null) => ({
  paymentId: settles?.of === 'payment' ? settles.id : null,
  settlementId: settles?.of === 'settlement' ? settles.id : null,
})

function rowOf(ctx: Context, listId: string, buyerId: string, line: ReadLine) {
  const [year, voucherNo = ''] = line.key.split('/')
  const settled = { settledBy: ctx.actor.personId, settledAt: ctx.clock.now(), ...whatOf(line.settles) }
  return {
    listId,
    buyerId,
    lineNo: line.line,
    voucherYear: Number(year),
    voucherNo,
    payeeName: line.payee ?? '',
    amount: fen(line.amount),
    outcome: line.kind === 'returned' ? ('returned' as const) : ('paid' as const),
    receiptNo: line.proof,
    on: dateOf(new Date(line.at)),
    reason: line.reason ?? null,
    state: line.why === null ? ('matched' as const) : ('queued' as const),
    why: line.why,
    ...(line.why === null ? settled : {}),
  }
}

async function keepLines(tx: Tx, rows: ReadonlyArray<ReturnType<typeof rowOf>>) {
  for (let at = 0; at < rows.length; at += CHUNK)
    await tx.insert(bankLines).values(rows.slice(at, at + CHUNK))
}

/** 导入银行明细: every line or none; what agrees is settled, the rest waits for a person, nothing is guessed. */
export const bringBankList = (ctx: Context, bytes: Buffer) =>
  ctx.transact(async (tx) => {
    const { buyerId, faults, hash, lines } = await readBankList(tx, ctx, bytes)
    const first = faults[0]
    if (first) throw new Refusal('invalid', 'bank-list-faulty', { line: first.line, n: faults.length })
    const at = ctx.clock.now()
    const settled = lines.filter(({ settles }) => settles)
    const counts = { lines: lines.length, matched: settled.length }
    const refNo = await nextRef(tx, 'YH', yearOf(dateOf(at)))
    const [list] = await tx
      .insert(bankLists)
      .values({ refNo, buyerId, hash, ...counts, broughtBy: ctx.actor.personId!, at })
      .returning({ id: bankLists.id })
    const rows = lines.map((line) => rowOf(ctx, list!.id, buyerId, line))
    await keepLines(tx, rows)
    for (const [i, { settles, known }] of lines.entries())
      if (settles && !known) await settle(tx, ctx, settles, rows[i]!)
    await record(tx, ctx, 'bank.import', { subject: list!.id }, { refNo, ...counts })
    return { id: list!.id, refNo, ...counts }
  })

type Settled = { outcome: 'paid' | 'returned'; receiptNo: string; on: string; reason: string | null }
/** What a line of the bank does to what it pays; of an online payment the provider alone tells. */
export async function settle(tx: Tx, ctx: Context, { of, id }: Settles, line: Settled) {
  const paid = { receiptNo: line.receiptNo, paidOn: line.on }
  if (of === 'settlement') {
    const was = await findSettlement(tx, id)
    if (line.outcome === 'paid') await settleClaimPaid(tx, ctx, was, paid)
    else await settleClaimReturned(tx, ctx, was, line.reason ?? '')
    return
  }
  const was = await findPayment(tx, id)
  if (was.provider) throw new Refusal('conflict', 'online-told-by-provider')
  if (line.outcome === 'paid') await settlePaid(tx, ctx, was, paid)
  else await settleReturned(tx, ctx, was, line.reason ?? '')
}
