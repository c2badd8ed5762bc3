import { and, eq, inArray, ne } from 'drizzle-orm'
import { frameworkProviders, frameworks, orders, plans, settlements } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf, endOf, yearOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { notify } from '../../notify.ts'
import { filePaper, type KeptPaper } from '../../paper-file.ts'
import { deadlineOf } from '../../parameters.ts'
import { authorize } from '../../policy/index.ts'
import { nextRef } from '../../reference.ts'
import { Refusal } from '../../refusal.ts'
import { handlerOf } from '../contract/buyer-roles.ts'
import { keepInvoice, onlyOnce } from '../payment/invoice-file.ts'
import type { ClaimMonth } from './forms.ts'
import { figuresOf, unsettled } from './month-figures.ts'
import { postSettlement } from './post-settlement.ts'

async function agreementOf(tx: Tx, frameworkId: string, supplierId: string) {
  const [row] = await tx
    .select({ framework: frameworks, lineId: plans.lineId, providerId: frameworkProviders.id })
    .from(frameworks)
    .innerJoin(plans, eq(plans.id, frameworks.planId))
    .leftJoin(
      frameworkProviders,
      and(eq(frameworkProviders.frameworkId, frameworks.id), eq(frameworkProviders.supplierId, supplierId)),
    )
    .where(eq(frameworks.id, frameworkId))
  if (!row) throw new Refusal('missing', 'framework-missing')
  return row
}

type Month = { frameworkId: string; supplierId: string; month: string }
/** One claim a month: a second one waits until the first was returned; nothing is claimed before the month is over. */
async function mayBeClaimed(tx: Tx, today: string, { frameworkId, supplierId, month }: Month) {
  if (month >= today.slice(0, 7)) throw new Refusal('conflict', 'settlement-month-runs')
  const of = settlements
  const known = await tx
    .select({ id: of.id })
    .from(of)
    .where(
      and(
        eq(of.frameworkId, frameworkId),
        eq(of.supplierId, supplierId),
        eq(of.month, month),
        ne(of.state, 'returned'),
      ),
    )
  if (known.length > 0) throw new Refusal('conflict', 'settlement-exists')
}

type Claim = Omit<ClaimMonth, 'invoice'> & { supplierId: string; providerId: string }
/** Writes the claim with its invoice, and takes every order of it out of reach of a second one. */
async function write(tx: Tx, ctx: Context, { month, ...typed }: Claim, kept: KeptPaper) {
  const { frameworkId, supplierId } = typed
  const rows = await unsettled(tx, { frameworkId, supplierId, month })
  if (rows.length === 0) throw new Refusal('conflict', 'settlement-empty')
  const claimedAt = ctx.clock.now()
  const today = dateOf(claimedAt)
  const refNo = await nextRef(tx, 'JS', yearOf(today))
  const dueAt = endOf(await deadlineOf(tx, ctx.calendar, 'PAYMENT_CLOCK', today))
  const by = { claimedBy: ctx.actor.personId!, claimedAt, dueAt, state: 'claimed' as const }
  const figures = figuresOf(rows)
  const [made] = await tx
    .insert(settlements)
    .values({ ...typed, month, refNo, ...figures, ...by, invoiceHash: kept.hash })
    .returning({ id: settlements.id })
  const id = made!.id
  const invoiceFileId = await filePaper(
    tx,
    ctx,
    { purpose: 'invoice', subject: id, ownerId: supplierId },
    kept,
  )
  await tx.update(settlements).set({ invoiceFileId }).where(eq(settlements.id, id))
  const ids = rows.map(({ order }) => order.id)
  await tx.update(orders).set({ settlementId: id }).where(inArray(orders.id, ids))
  return { id, refNo, figures }
}

/** 申请月度结算: after the month is over, for the orders that were confirmed, each once; of grants and of vouchers alike. */
export async function claimMonth(ctx: Context, { invoice, ...typed }: ClaimMonth) {
  const supplierId = ctx.actor.seat?.partyId ?? ''
  authorize(ctx.actor, 'settlement.claim', { supplierId, buyerId: '' })
  const kept = await keepInvoice(ctx, invoice)
  return ctx.transact(async (tx) => {
    const { framework, lineId, providerId } = await agreementOf(tx, typed.frameworkId, supplierId)
    const { buyerId, planId } = framework
    authorize(ctx.actor, 'settlement.claim', { supplierId, buyerId })
    if (!providerId) throw new Refusal('conflict', 'settlement-empty')
    await mayBeClaimed(tx, dateOf(ctx.clock.now()), { ...typed, supplierId })
    await onlyOnce(tx, { supplierId, invoiceNo: typed.invoiceNo, hash: kept.hash })
    const { id, refNo, figures } = await write(tx, ctx, { ...typed, supplierId, providerId }, kept)
    await postSettlement(tx, ctx, 'claim', { id, refNo, amount: figures.amount, lineId, planId })
    const to = { role: await handlerOf(tx, buyerId), partyId: buyerId }
    await notify(tx, ctx, to, 'settlement-claimed', `/desk/settlements/${id}`, { no: refNo })
    await record(tx, ctx, 'settlement.claim', { subject: id, threadId: planId }, figures)
    return { id }
  })
}
