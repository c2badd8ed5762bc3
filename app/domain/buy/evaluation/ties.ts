import { and, eq, inArray, ne, or } from 'drizzle-orm'
import {
  contracts,
  expertKin,
  experts,
  expertTies,
  linkages,
  panelSeats,
  parties,
  proposals,
  seats,
  socialWorkers,
  teamMembers,
} from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { dateOf, yearOf } from '../../dates.ts'
import { parameter } from '../../parameters.ts'
import { biddersOf } from './bidders.ts'

export { biddersOf } from './bidders.ts'
/** How a person is tied to a bidder; words of `tieKinds` where an expert declared it. */
export type Tie = { partyId: string; relation: string }
type Near = { ids: string[]; since: string; tenderId: string }

/** The same day `years` earlier; the 29 February of a plain year reads as a string and still compares. */
const yearsBefore = (date: string, years: number) => `${yearOf(date) - years}${date.slice(4)}`
const tied = (relation: string) => (partyId: string) => ({ partyId, relation })

async function declaredTies(db: Reader, personId: string, { ids, since }: Near): Promise<Tie[]> {
  const rows = await db
    .select()
    .from(expertTies)
    .where(and(eq(expertTies.expertId, personId), inArray(expertTies.partyId, ids)))
  return rows
    .filter((t) => !t.until || t.until >= since)
    .map(({ partyId, relation }) => ({ partyId, relation }))
}

/** 任职、董事监事: a seat of any kind at a bidder, now or within the years. */
async function seatTies(db: Reader, personId: string, { ids, since }: Near): Promise<Tie[]> {
  const rows = await db
    .select({ partyId: seats.partyId, to: seats.to })
    .from(seats)
    .where(and(eq(seats.personId, personId), inArray(seats.partyId, ids), ne(seats.role, 'resident')))
  return rows.filter((s) => !s.to || s.to >= since).map(({ partyId }) => tied('seat')(partyId))
}

async function workTies(db: Reader, personId: string, { ids }: Near): Promise<Tie[]> {
  const employed = await db
    .select({ partyId: socialWorkers.employerId })
    .from(socialWorkers)
    .where(eq(socialWorkers.id, personId))
  const [expert] = await db.select().from(experts).where(eq(experts.id, personId))
  const bodies = await db
    .select({ id: parties.id, name: parties.name, personId: parties.personId })
    .from(parties)
    .where(inArray(parties.id, ids))
  const working = [...employed.map((e) => e.partyId), expert?.employerId].filter(
    (id) => id && ids.includes(id),
  )
  const own = bodies.filter(
    (b) => b.personId === personId || (expert?.employer && b.name === expert.employer),
  )
  return [...new Set([...working.map(String), ...own.map((b) => b.id)])].map(tied('employed'))
}

async function teamTies(db: Reader, personId: string, { tenderId }: Near): Promise<Tie[]> {
  const rows = await db
    .select({ partyId: proposals.supplierId })
    .from(teamMembers)
    .innerJoin(proposals, eq(proposals.id, teamMembers.proposalId))
    .where(and(eq(teamMembers.tenderId, tenderId), eq(teamMembers.personId, personId)))
  return rows.map(({ partyId }) => tied('team')(partyId))
}

/** 三年内的合同: he worked in it for the bidder, or his employer and the bidder were its two sides. */
async function contractTies(db: Reader, personId: string, { ids, since }: Near): Promise<Tie[]> {
  const [expert] = await db.select().from(experts).where(eq(experts.id, personId))
  const rows = await db
    .select({
      supplierId: contracts.supplierId,
      buyerId: contracts.buyerId,
      to: contracts.to,
      at: contracts.endedAt,
    })
    .from(contracts)
    .leftJoin(linkages, and(eq(linkages.contractId, contracts.id), eq(linkages.personId, personId)))
    .where(
      and(
        inArray(contracts.supplierId, ids),
        or(eq(linkages.personId, personId), eq(contracts.buyerId, expert?.employerId ?? '')),
      ),
    )
  const recent = rows.filter((c) => (c.at ? dateOf(c.at) : c.to) >= since)
  return [...new Set(recent.map((c) => c.supplierId))].map(tied('contract'))
}

/** 近亲属: whom the expert declared, where that person sits, works, bids or is named in a team. */
async function kinTies(db: Reader, personId: string, near: Near): Promise<Tie[]> {
  const kin = await db.select().from(expertKin).where(eq(expertKin.expertId, personId))
  const found: Tie[] = []
  for (const { personId: one } of kin)
    found.push(
      ...(await seatTies(db, one, near)),
      ...(await workTies(db, one, near)),
      ...(await teamTies(db, one, near)),
    )
  return [...new Set(found.map((t) => t.partyId))].map(tied('kin'))
}

/** 回避 (实施条例 第九条): every tie within three years that the product itself can see between a person and those who came. */
export async function tiesOf(db: Reader, tenderId: string, personId: string, on: string): Promise<Tie[]> {
  const ids = (await biddersOf(db, tenderId)).map((b) => b.partyId)
  if (ids.length === 0) return []
  const since = yearsBefore(on, (await parameter(db, 'RECUSAL_YEARS', on)).value)
  const near = { ids, since, tenderId }
  // One after the other: inside a transaction there is one connection.
  return [
    ...(await declaredTies(db, personId, near)),
    ...(await seatTies(db, personId, near)),
    ...(await workTies(db, personId, near)),
    ...(await teamTies(db, personId, near)),
    ...(await kinTies(db, personId, near)),
    ...(await contractTies(db, personId, near)),
  ]
}

/** Everyone ever drawn for a tender, in order. */
export const drawnFor = (db: Reader, tenderId: string) =>
  db.select().from(panelSeats).where(eq(panelSeats.tenderId, tenderId)).orderBy(panelSeats.ordinal)
