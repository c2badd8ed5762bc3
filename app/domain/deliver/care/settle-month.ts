import { and, eq, inArray, ne } from 'drizzle-orm'
import { careSettlements, careVisits, frameworks, parties } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { roleFor } from '../../buy/plan/approval-chain.ts'
import type { Context } from '../../context.ts'
import { dateOf, yearOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { nextRef } from '../../reference.ts'
import { Refusal } from '../../refusal.ts'
import { figuresOf, unsettled } from './month-figures.ts'
import { careSettlement as machine } from './settlement-machine.ts'

/** One claim with its agreement and its buyer. */
export async function findSettlement(db: Reader, id: string) {
  const [row] = await db
    .select({ settlement: careSettlements, framework: frameworks, supplier: parties.name })
    .from(careSettlements)
    .innerJoin(frameworks, eq(frameworks.id, careSettlements.frameworkId))
    .innerJoin(parties, eq(parties.id, careSettlements.supplierId))
    .where(eq(careSettlements.id, id))
  if (!row) throw new Refusal('missing', 'settlement-missing')
  const { settlement, framework, supplier } = row
  return { ...settlement, framework, supplier, buyerId: framework.buyerId }
}

/** One claim a month: a second one waits until the first was returned. */
async function mustBeOne(db: Reader, frameworkId: string, supplierId: string, month: string) {
  const { frameworkId: of, supplierId: by, month: when, state } = careSettlements
  const known = await db
    .select({ id: careSettlements.id })
    .from(careSettlements)
    .where(and(eq(of, frameworkId), eq(by, supplierId), eq(when, month), ne(state, 'returned')))
  if (known.length > 0) throw new Refusal('conflict', 'settlement-exists')
}

/** 申请月度结算: after the month is over, for the visits that were confirmed, each once. */
export const claimMonth = (ctx: Context, { frameworkId, month }: { frameworkId: string; month: string }) =>
  ctx.transact(async (tx) => {
    const [framework] = await tx.select().from(frameworks).where(eq(frameworks.id, frameworkId))
    if (!framework) throw new Refusal('missing', 'framework-missing')
    const supplierId = ctx.actor.seat?.partyId ?? ''
    authorize(ctx.actor, 'careSettlement.claim', { supplierId, buyerId: framework.buyerId })
    const claimedAt = ctx.clock.now()
    if (month >= dateOf(claimedAt).slice(0, 7)) throw new Refusal('conflict', 'settlement-month-runs')
    await mustBeOne(tx, frameworkId, supplierId, month)
    const rows = await unsettled(tx, { frameworkId, supplierId, month })
    if (rows.length === 0) throw new Refusal('conflict', 'settlement-empty')
    const refNo = await nextRef(tx, 'JS', yearOf(dateOf(claimedAt)))
    const by = { claimedBy: ctx.actor.personId!, claimedAt, state: 'claimed' as const }
    const [made] = await tx
      .insert(careSettlements)
      .values({ frameworkId, supplierId, month, refNo, ...figuresOf(rows), ...by })
      .returning({ id: careSettlements.id })
    const ids = rows.map(({ visit }) => visit.id)
    await tx.update(careVisits).set({ settlementId: made!.id }).where(inArray(careVisits.id, ids))
    const [buyer] = await tx.select().from(parties).where(eq(parties.id, framework.buyerId))
    const to = { role: roleFor('handler', buyer!.kind), partyId: framework.buyerId }
    await notify(tx, ctx, to, 'settlement-claimed', `/desk/care/settlements/${made!.id}`, { no: refNo })
    await record(tx, ctx, 'careSettlement.claim', { subject: made!.id }, figuresOf(rows))
    return { id: made!.id }
  })

/** 核对通过: the buyer found the figures right; the money follows them. */
export const checkSettlement = (ctx: Context, { settlementId }: { settlementId: string }) =>
  ctx.transact(async (tx) => {
    const was = await findSettlement(tx, settlementId)
    authorize(ctx.actor, 'careSettlement.check', was)
    const decided = { decidedBy: ctx.actor.personId!, decidedAt: ctx.clock.now() }
    await move(tx, careSettlements, machine, was, 'check', decided)
    await record(tx, ctx, 'careSettlement.check', { subject: settlementId })
    return { id: settlementId }
  })

/** 退回: with the reason; its visits may be asked for again. */
export const returnSettlement = (
  ctx: Context,
  { settlementId, reason }: { settlementId: string; reason: string },
) =>
  ctx.transact(async (tx) => {
    const was = await findSettlement(tx, settlementId)
    authorize(ctx.actor, 'careSettlement.return', was)
    const decided = { reason, decidedBy: ctx.actor.personId!, decidedAt: ctx.clock.now() }
    await move(tx, careSettlements, machine, was, 'return', decided)
    await tx.update(careVisits).set({ settlementId: null }).where(eq(careVisits.settlementId, settlementId))
    const to = { role: 'org_signer' as const, partyId: was.supplierId }
    await notify(tx, ctx, to, 'settlement-returned', `/desk/care/settlements/${settlementId}`, {
      no: was.refNo,
    })
    await record(tx, ctx, 'careSettlement.return', { subject: settlementId })
    return { id: settlementId }
  })
