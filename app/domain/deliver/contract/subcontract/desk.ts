import { and, eq, inArray, ne } from 'drizzle-orm'
import { contracts, diaryEntries, findings, socialWorkers, subcontracts } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../../context.ts'
import type { DeskItem } from '../../../desk-item.ts'
import { findContract } from '../find-contract.ts'
import { transferSignals } from './transfer-signals.ts'

/** Requests that wait for the buyer's consent: his to decide, the supplier's to wait for. */
async function toConsent(db: Reader, seat: { role: string; partyId: string }): Promise<DeskItem[]> {
  const decides = seat.role.endsWith('_approver')
  if (!decides && !/^org_/.test(seat.role)) return []
  const rows = await db
    .select({ s: subcontracts, title: contracts.title })
    .from(subcontracts)
    .innerJoin(contracts, eq(contracts.id, subcontracts.contractId))
    .where(
      and(
        eq(subcontracts.state, 'requested'),
        eq(decides ? contracts.buyerId : contracts.supplierId, seat.partyId),
      ),
    )
  return rows.map(({ s, title }) => ({
    key: decides ? 'subcontract.decide' : 'subcontract.wait',
    matter: title,
    chapter: 'deliver',
    due: null,
    since: s.requestedAt,
    link: `/work/${s.contractId}/subcontracts/${s.id}`,
    kind: decides ? 'act' : 'wait',
  }))
}

/** Running contracts of which a part was given on, or whose diary others' workers write, unless 转包 was found already. */
async function worthALook(db: Reader) {
  const given = await db
    .selectDistinct({ id: contracts.id })
    .from(contracts)
    .innerJoin(subcontracts, eq(subcontracts.contractId, contracts.id))
    .where(and(eq(contracts.state, 'published'), eq(subcontracts.state, 'consented')))
  const written = await db
    .selectDistinct({ id: contracts.id })
    .from(contracts)
    .innerJoin(diaryEntries, eq(diaryEntries.contractId, contracts.id))
    .innerJoin(socialWorkers, eq(socialWorkers.id, diaryEntries.recordedBy))
    .where(and(eq(contracts.state, 'published'), ne(socialWorkers.employerId, contracts.supplierId)))
  const ids = [...new Set([...given, ...written].map(({ id }) => id))]
  const found = await db
    .select({ id: findings.contractId })
    .from(findings)
    .where(and(inArray(findings.contractId, ids.length > 0 ? ids : ['']), eq(findings.kind, 'transfer')))
  return ids.filter((id) => !found.some((f) => f.id === id)).map((id) => ({ id }))
}

/** Contracts with signs of 转包, for the centre to look into. */
async function toLookInto(db: Reader, ctx: Context, partyId: string): Promise<DeskItem[]> {
  const running = await worthALook(db)
  const one = async ({ id }: { id: string }): Promise<DeskItem[]> => {
    const c = await findContract(db, id)
    if (!c.centreIds.includes(partyId) || (await transferSignals(db, ctx, c)).length === 0) return []
    const link = `/work/${id}#subcontracts`
    const since = c.publishedAt!
    return [
      { key: 'transfer.look', matter: c.title, chapter: 'deliver', due: null, since, link, kind: 'act' },
    ]
  }
  return (await Promise.all(running.map(one))).flat()
}

/** 分包和转包迹象 that wait for this person. */
export async function deskOfSubcontract(db: Reader, ctx: Context): Promise<DeskItem[]> {
  const { seat } = ctx.actor
  if (!seat) return []
  return seat.role === 'centre_officer' ? toLookInto(db, ctx, seat.partyId) : toConsent(db, seat)
}
