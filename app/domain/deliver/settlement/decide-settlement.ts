import { eq } from 'drizzle-orm'
import { orders, settlements } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { approverOf } from '../contract/buyer-roles.ts'
import { financeOf } from '../payment/buyer-finance.ts'
import { findSettlement } from './find-settlement.ts'
import { settlement as machine } from './machine.ts'
import { postSettlement } from './post-settlement.ts'

const link = (id: string) => `/desk/settlements/${id}`

/** 核对: the handler found figures, orders and invoice to agree. */
export const checkSettlement = (ctx: Context, { settlementId }: { settlementId: string }) =>
  ctx.transact(async (tx) => {
    const was = await findSettlement(tx, settlementId)
    authorize(ctx.actor, 'settlement.check', was)
    const by = { checkedBy: ctx.actor.personId!, checkedAt: ctx.clock.now() }
    await move(tx, settlements, machine, was, 'check', by)
    const to = { role: await financeOf(tx, was.buyerId), partyId: was.buyerId }
    await notify(tx, ctx, to, 'settlement-to-approve', link(settlementId), { no: was.refNo })
    await record(tx, ctx, 'settlement.check', { subject: settlementId, threadId: was.planId })
    return { id: settlementId }
  })

/** 审批: finance, another person than checked. */
export const approveSettlement = (ctx: Context, { settlementId }: { settlementId: string }) =>
  ctx.transact(async (tx) => {
    const was = await findSettlement(tx, settlementId)
    authorize(ctx.actor, 'settlement.approve', was)
    const by = { approvedBy: ctx.actor.personId!, approvedAt: ctx.clock.now() }
    await move(tx, settlements, machine, was, 'approve', by)
    const to = { role: await approverOf(tx, was.buyerId), partyId: was.buyerId }
    await notify(tx, ctx, to, 'settlement-to-pay', link(settlementId), { no: was.refNo })
    await record(tx, ctx, 'settlement.approve', { subject: settlementId, threadId: was.planId })
    return { id: settlementId }
  })

/** 退回: with the reason; its money goes back to the reservation, and its orders may be asked for again. */
export const returnSettlement = (
  ctx: Context,
  { settlementId, reason }: { settlementId: string; reason: string },
) =>
  ctx.transact(async (tx) => {
    const was = await findSettlement(tx, settlementId)
    authorize(ctx.actor, 'settlement.return', was)
    const by = { reason, returnedBy: ctx.actor.personId!, returnedAt: ctx.clock.now() }
    await move(tx, settlements, machine, was, 'return', by)
    await tx.update(orders).set({ settlementId: null }).where(eq(orders.settlementId, settlementId))
    await postSettlement(tx, ctx, 'return', was)
    const to = { role: 'org_signer' as const, partyId: was.supplierId }
    await notify(tx, ctx, to, 'settlement-returned', link(settlementId), { no: was.refNo })
    await record(tx, ctx, 'settlement.return', { subject: settlementId, threadId: was.planId })
    return { id: settlementId }
  })
