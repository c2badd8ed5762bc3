import { and, eq, inArray, isNull, or } from 'drizzle-orm'
import { awards, contracts, linkages } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import type { DeskItem } from '../../desk-item.ts'
import { dueOf } from '../../due.ts'
import { deskOfChange } from './change-desk.ts'
import type { Contract } from './find-contract.ts'
import { awardsToContract } from './list-contracts.ts'
import { deskOfSubcontract } from './subcontract/desk.ts'

const item = (c: Contract, more: Pick<DeskItem, 'key' | 'link'> & Partial<DeskItem>): DeskItem => ({
  matter: c.title,
  amount: c.price,
  chapter: 'deliver',
  due: null,
  since: c.createdAt,
  kind: 'act',
  ...more,
})

async function toDraw(db: Reader, ctx: Context, partyId: string): Promise<DeskItem[]> {
  const rows = await awardsToContract(db, ctx, partyId)
  return Promise.all(
    rows.map(async (row) => ({
      key: 'contract.draw-up',
      matter: row.title,
      amount: row.price,
      chapter: 'deliver' as const,
      due: await dueOf(db, ctx, 'SIGN_CONTRACT', dateOf(row.notifiedAt!)),
      since: row.notifiedAt!,
      link: `/desk/contracts/new/${row.awardId}`,
      kind: 'act' as const,
    })),
  )
}

/** What one contract not yet published waits for: the other side's word, the buyer's signature, its publication. */
async function untilPublished(
  db: Reader,
  ctx: Context,
  { c, notifiedAt }: { c: Contract; notifiedAt: Date | null },
  handles: boolean,
): Promise<DeskItem[]> {
  const link = `/desk/contracts/${c.id}`
  if (c.state === 'signed') {
    const due = await dueOf(db, ctx, 'CONTRACT_PUBLISH', dateOf(c.buyerSignedAt!))
    return [item(c, { key: 'contract.publish', link, due, since: c.buyerSignedAt! })]
  }
  const due = notifiedAt && !c.renewsId ? await dueOf(db, ctx, 'SIGN_CONTRACT', dateOf(notifiedAt)) : null
  if (c.state === 'draft') return [item(c, { key: 'contract.wait-confirm', link, due, kind: 'wait' })]
  if (c.state !== 'signed_by_supplier') return []
  const turn = handles
    ? { key: 'contract.wait-sign', kind: 'wait' as const }
    : { key: 'contract.sign', kind: 'act' as const }
  return [item(c, { ...turn, link, due, since: c.supplierSignedAt! })]
}

async function ofBuyer(db: Reader, ctx: Context, partyId: string, handles: boolean): Promise<DeskItem[]> {
  const rows = await db
    .select({ c: contracts, notifiedAt: awards.notifiedAt })
    .from(contracts)
    .innerJoin(awards, eq(awards.id, contracts.awardId))
    .where(eq(contracts.buyerId, partyId))
  const drawn = (await Promise.all(rows.map((row) => untilPublished(db, ctx, row, handles)))).flat()
  return handles ? [...(await toDraw(db, ctx, partyId)), ...drawn] : drawn
}

/** The sectors of the 联动卡 this person has yet to confirm. */
async function toConfirm(db: Reader, ctx: Context): Promise<DeskItem[]> {
  const { seat, personId } = ctx.actor
  const sector =
    seat?.role === 'committee_director' ? 'community' : seat?.role === 'org_signer' ? 'organisation' : null
  const bySeat = sector ? and(eq(linkages.sector, sector), eq(linkages.partyId, seat!.partyId)) : undefined
  const rows = await db
    .select({ c: contracts })
    .from(linkages)
    .innerJoin(contracts, eq(contracts.id, linkages.contractId))
    .where(
      and(
        isNull(linkages.confirmedAt),
        inArray(contracts.state, ['draft', 'published']),
        or(bySeat, eq(linkages.personId, personId!)),
      ),
    )
  const once = new Map(rows.map(({ c }) => [c.id, c]))
  return [...once.values()].map((c) => item(c, { key: 'linkage.confirm', link: `/work/${c.id}/linkage` }))
}

async function toSign(db: Reader, partyId: string): Promise<DeskItem[]> {
  const rows = await db
    .select()
    .from(contracts)
    .where(and(eq(contracts.supplierId, partyId), eq(contracts.state, 'draft')))
  const open = await db.select({ id: linkages.contractId }).from(linkages).where(isNull(linkages.confirmedAt))
  return rows
    .filter((c) => !open.some((o) => o.id === c.id))
    .map((c) => item(c, { key: 'contract.sign', link: `/work/${c.id}/sign` }))
}

/** Contracts to draw up, to confirm, to sign and to publish. */
export async function deskOfContract(db: Reader, ctx: Context): Promise<DeskItem[]> {
  const { seat, personId } = ctx.actor
  if (!seat || !personId) return []
  const confirm = [
    ...(await toConfirm(db, ctx)),
    ...(await deskOfChange(db, ctx)),
    ...(await deskOfSubcontract(db, ctx)),
  ]
  if (/_(handler|approver)$/.test(seat.role))
    return [...confirm, ...(await ofBuyer(db, ctx, seat.partyId, seat.role.endsWith('handler')))]
  return seat.role === 'org_signer' ? [...confirm, ...(await toSign(db, seat.partyId))] : confirm
}
