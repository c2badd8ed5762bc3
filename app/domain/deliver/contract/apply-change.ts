import { and, eq } from 'drizzle-orm'
import { contracts, indicators, linkages, milestones } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { type Fen, negative, plus } from '../../money.ts'
import { notify } from '../../notify.ts'
import { post } from '../../treasury/post.ts'
import { keepMoneysLaw } from '../payment/money-law.ts'
import { type ChangeFacts, openTranche } from './find-change.ts'

/** Writes an approved change into the contract; its subject and its supplier are never touched. */
export async function applyChange(tx: Tx, ctx: Context, was: ChangeFacts) {
  if (was.priceBy) await movePrice(tx, ctx, was, was.priceBy)
  if (was.to) await moveTerm(tx, was, was.to)
  for (const { code, target } of was.indicators)
    await tx
      .update(indicators)
      .set({ target })
      .where(and(eq(indicators.contractId, was.contractId), eq(indicators.code, code)))
  if (was.workerId) await nameWorker(tx, ctx, was, was.workerId)
}

/** The sum goes onto the last open tranche, and from the line to the contract or back. */
async function movePrice(tx: Tx, ctx: Context, { id, contract }: ChangeFacts, by: Fen) {
  const tranche = (await openTranche(tx, contract.id))!
  const price = plus(contract.price, by)
  await tx.update(contracts).set({ price }).where(eq(contracts.id, contract.id))
  await tx
    .update(milestones)
    .set({ price: plus(tranche.price, by) })
    .where(eq(milestones.id, tranche.id))
  await post(tx, ctx, {
    kind: 'contract.change',
    source: `contract.change:${id}`,
    lineId: contract.lineId,
    planId: contract.planId,
    contractId: contract.id,
    milestoneId: tranche.id,
    postings: [
      ['appropriation', negative(by)],
      ['encumbered', by],
    ],
  })
  await keepMoneysLaw(tx, { id: contract.id, price })
}

/** What was due at the old end is due at the new one. */
async function moveTerm(tx: Tx, { contract }: ChangeFacts, to: string) {
  await tx.update(contracts).set({ to }).where(eq(contracts.id, contract.id))
  const open = await openTranche(tx, contract.id)
  if (open) await tx.update(milestones).set({ dueOn: to }).where(eq(milestones.id, open.id))
}

/** 换社工: the card names another, and all three sectors are asked to say yes again. */
async function nameWorker(tx: Tx, ctx: Context, { contract }: ChangeFacts, workerId: string) {
  await tx
    .update(linkages)
    .set({ confirmedBy: null, confirmedAt: null })
    .where(eq(linkages.contractId, contract.id))
  await tx
    .update(linkages)
    .set({ personId: workerId })
    .where(and(eq(linkages.contractId, contract.id), eq(linkages.sector, 'social_worker')))
  const link = `/work/${contract.id}/linkage`
  const community = contract.linkages.find((l) => l.sector === 'community')?.partyId
  if (community)
    await notify(tx, ctx, { role: 'committee_director', partyId: community }, 'linkage-changed', link)
  await notify(tx, ctx, { role: 'org_signer', partyId: contract.supplierId }, 'linkage-changed', link)
  await notify(tx, ctx, { personId: workerId }, 'linkage-changed', link)
}
