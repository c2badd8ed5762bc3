import { and, eq, inArray } from 'drizzle-orm'
import { contracts, milestones, needs, parties, planNeeds } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { addDays, dateOf, endOf } from '../../dates.ts'
import type { DeskItem } from '../../desk-item.ts'
import { contractTemplate } from '../contract/templates-data.ts'

type Row = { m: typeof milestones.$inferSelect; c: typeof contracts.$inferSelect }

const item = ({ m, c }: Row, key: string, link: string, since: Date): DeskItem => ({
  key,
  params: { title: m.title },
  matter: c.title,
  amount: m.price,
  chapter: 'deliver',
  due:
    key === 'milestone.claim' || key === 'milestone.reclaim'
      ? { at: endOf(m.dueOn), source: contractTemplate.dueSource, mark: 'local' }
      : null,
  since,
  link,
  kind: 'act',
})

/** Running contracts a service centre checks: of its street as buyer, and of needs from its street. */
async function underCentre(db: Reader, centreId: string): Promise<string[]> {
  const [centre] = await db.select().from(parties).where(eq(parties.id, centreId))
  const streetId = centre?.streetId ?? ''
  const own = await db.select({ id: contracts.id }).from(contracts).where(eq(contracts.buyerId, streetId))
  const ofNeeds = await db
    .select({ id: contracts.id })
    .from(contracts)
    .innerJoin(planNeeds, eq(planNeeds.planId, contracts.planId))
    .innerJoin(needs, eq(needs.id, planNeeds.needId))
    .where(eq(needs.streetId, streetId))
  return [...new Set([...own, ...ofNeeds].map((row) => row.id))]
}

const rowsOf = (db: Reader, ids: readonly string[]): Promise<Row[]> =>
  db
    .select({ m: milestones, c: contracts })
    .from(milestones)
    .innerJoin(contracts, eq(contracts.id, milestones.contractId))
    .where(and(inArray(contracts.id, ids.length > 0 ? [...ids] : ['']), eq(contracts.state, 'published')))

/** The milestone whose turn it is, once it is due within a month or was sent back. */
async function toClaim(db: Reader, ctx: Context, partyId: string): Promise<DeskItem[]> {
  const mine = await db.select({ id: contracts.id }).from(contracts).where(eq(contracts.supplierId, partyId))
  const rows = await rowsOf(
    db,
    mine.map((c) => c.id),
  )
  const soon = addDays(dateOf(ctx.clock.now()), 30)
  const first = (row: Row) =>
    !rows.some((o) => o.c.id === row.c.id && o.m.ordinal < row.m.ordinal && o.m.state !== 'accepted')
  return rows
    .filter(
      (row) =>
        first(row) && (row.m.state === 'returned' || (row.m.state === 'planned' && row.m.dueOn <= soon)),
    )
    .map((row) =>
      item(
        row,
        row.m.state === 'returned' ? 'milestone.reclaim' : 'milestone.claim',
        `/work/${row.c.id}/milestones/${row.m.id}/claim`,
        row.c.publishedAt!,
      ),
    )
}

/** Milestones to claim and to check. */
export async function deskOfMilestone(db: Reader, ctx: Context): Promise<DeskItem[]> {
  const { seat } = ctx.actor
  if (seat?.role === 'org_editor' || seat?.role === 'org_signer') return toClaim(db, ctx, seat.partyId)
  if (seat?.role !== 'centre_officer') return []
  const rows = await rowsOf(db, await underCentre(db, seat.partyId))
  return rows
    .filter(({ m }) => m.state === 'claimed')
    .map((row) => item(row, 'milestone.check', `/desk/milestones/${row.m.id}`, row.m.claimedAt!))
}
