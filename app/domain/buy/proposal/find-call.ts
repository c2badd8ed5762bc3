import { and, eq, inArray, isNotNull, ne } from 'drizzle-orm'
import { consortiumMembers, panelSeats, parties, proposals } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { Refusal } from '../../refusal.ts'
import { findTender } from '../tender/find-tender.ts'

export type Call = Awaited<ReturnType<typeof findCall>>

/** The service centres that design and check for a buyer, or on the streets the needs come from: 实施条例 第十八条 keeps them from bidding. */
const centresOf = async (db: Reader, streetIds: string[]) =>
  (
    await db
      .select({ id: parties.id })
      .from(parties)
      .where(and(eq(parties.kind, 'service_centre'), inArray(parties.streetId, streetIds)))
  ).map((p) => p.id)

const panelOf = async (db: Reader, tenderId: string) =>
  (
    await db
      .select({ personId: panelSeats.personId })
      .from(panelSeats)
      .where(and(eq(panelSeats.tenderId, tenderId), ne(panelSeats.state, 'recused')))
  ).map((s) => s.personId)

const cameStates = ['opened', 'disqualified', 'scored', 'awarded', 'not_awarded'] as const
/** Every body behind a proposal that was opened; before the opening nobody is here. */
async function bidderIdsOf(db: Reader, { id, openedAt }: { id: string; openedAt: Date | null }) {
  if (!openedAt) return []
  const rows = await db
    .select({ lead: proposals.supplierId, member: consortiumMembers.partyId })
    .from(proposals)
    .leftJoin(
      consortiumMembers,
      and(eq(consortiumMembers.proposalId, proposals.id), isNotNull(consortiumMembers.sitsIn)),
    )
    .where(and(eq(proposals.tenderId, id), inArray(proposals.state, [...cameStates])))
  return [...new Set(rows.flatMap(({ lead, member }) => (member ? [lead, member] : [lead])))]
}

/** A tender with everyone who stands too near it to bid, or to decide. */
export async function findCall(db: Reader, tenderId: string) {
  const tender = await findTender(db, tenderId)
  return {
    ...tender,
    posterIds: [...new Set(tender.needs.map((n) => n.committeeId))],
    centreIds: await centresOf(db, [tender.buyerId, ...tender.needs.map((n) => n.streetId)]),
    panelIds: await panelOf(db, tenderId),
    bidderIds: await bidderIdsOf(db, tender),
  }
}

/** A call that was put out: to whoever would answer it a draft is not there. */
export async function findPublicCall(db: Reader, tenderId: string): Promise<Call> {
  const call = await findCall(db, tenderId)
  if (!call.publishedAt) throw new Refusal('missing', 'tender-missing')
  return call
}

export async function namesOf(db: Reader, partyIds: readonly string[]) {
  const rows = partyIds.length
    ? await db
        .select({ id: parties.id, name: parties.name })
        .from(parties)
        .where(inArray(parties.id, [...partyIds]))
    : []
  return new Map(rows.map((r) => [r.id, r.name]))
}
