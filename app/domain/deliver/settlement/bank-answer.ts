import { and, eq, isNull } from 'drizzle-orm'
import { settlements, settlementVouchers } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { type SettlementFacts, vouchersOf } from './find-settlement.ts'
import { settlement as machine } from './machine.ts'
import { postSettlement } from './post-settlement.ts'

const liveVoucher = async (tx: Tx, id: string) => (await vouchersOf(tx, id)).find((v) => !v.returnedAt)!.id
async function tellProvider(tx: Tx, ctx: Context, was: SettlementFacts, message: string) {
  for (const role of ['org_signer', 'org_editor'] as const)
    await notify(tx, ctx, { role, partyId: was.supplierId }, message, `/desk/settlements/${was.id}`, {
      no: was.refNo,
    })
}

/** The bank paid a month of orders: `paidOn` is its own day of it, where its list told one. */
export async function settleClaimPaid(
  tx: Tx,
  ctx: Context,
  was: SettlementFacts,
  { receiptNo, paidOn }: { receiptNo: string; paidOn: string | null },
) {
  const by = { receiptNo, paidOn, paidBy: ctx.actor.personId!, paidAt: ctx.clock.now() }
  await move(tx, settlements, machine, was, 'confirm', by)
  await postSettlement(tx, ctx, 'confirm', was, await liveVoucher(tx, was.id))
  await tellProvider(tx, ctx, was, 'settlement-paid')
  await record(tx, ctx, 'settlement.confirm', { subject: was.id, threadId: was.planId }, { receiptNo })
}

/** The bank sent it back: its voucher is spent, and the provider corrects its account. */
export async function settleClaimReturned(tx: Tx, ctx: Context, was: SettlementFacts, reason: string) {
  await move(tx, settlements, machine, was, 'bounce', { reason })
  const voucherId = await liveVoucher(tx, was.id)
  await tx
    .update(settlementVouchers)
    .set({ returnedAt: ctx.clock.now(), returnReason: reason })
    .where(and(eq(settlementVouchers.id, voucherId), isNull(settlementVouchers.returnedAt)))
  await postSettlement(tx, ctx, 'bounce', was, voucherId)
  await tellProvider(tx, ctx, was, 'settlement-bounced')
  await record(tx, ctx, 'settlement.bounce', { subject: was.id, threadId: was.planId })
}
