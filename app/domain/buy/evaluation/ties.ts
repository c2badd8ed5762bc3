import { and, eq, inArray, ne } from 'drizzle-orm'
import {
  experts,
  expertTies,
  panelSeats,
  parties,
  proposals,
  seats,
  socialWorkers,
  teamMembers,
} from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { yearOf } from '../../dates.ts'
import { parameter } from '../../parameters.ts'

export type Tie = { partyId: string; relation: string }

/** Who came, once opened: not what they wrote. */
export const biddersOf = (db: Reader, tenderId: string) =>
  db
    .select({ proposalId: proposals.id, partyId: parties.id, name: parties.name, uscc: parties.uscc })
    .from(proposals)
    .innerJoin(parties, eq(parties.id, proposals.supplierId))
    .where(
      and(
        eq(proposals.tenderId, tenderId),
        inArray(proposals.state, ['opened', 'disqualified', 'scored', 'awarded', 'not_awarded']),
      ),
    )
    .orderBy(parties.id)

/** The same day `years` earlier; the 29 February of a plain year reads as a string and still compares. */
const yearsBefore = (date: string, years: number) => `${yearOf(date) - years}${date.slice(4)}`

async function declaredTies(db: Reader, personId: string, ids: string[], since: string): Promise<Tie[]> {
  const rows = await db
    .select()
    .from(expertTies)
    .where(and(eq(expertTies.expertId, personId), inArray(expertTies.partyId, ids)))
  return rows
    .filter((t) => !t.until || t.until >= since)
    .map(({ partyId, relation }) => ({ partyId, relation }))
}

async function seatTies(db: Reader, personId: string, ids: string[], since: string): Promise<Tie[]> {
  const rows = await db
    .select({ partyId: seats.partyId, to: seats.to })
    .from(seats)
    .where(and(eq(seats.personId, personId), inArray(seats.partyId, ids), ne(seats.role, 'resident')))
  return rows.filter((s) => !s.to || s.to >= since).map(({ partyId }) => ({ partyId, relation: 'seat' }))
}

async function workTies(db: Reader, personId: string, ids: string[]): Promise<Tie[]> {
  const employed = await db
    .select({ partyId: socialWorkers.employerId })
    .from(socialWorkers)
    .where(eq(socialWorkers.id, personId))
  const [expert] = await db
    .select({ employer: experts.employer })
    .from(experts)
    .where(eq(experts.id, personId))
  const bodies = await db
    .select({ id: parties.id, name: parties.name, personId: parties.personId })
    .from(parties)
    .where(inArray(parties.id, ids))
  const working = employed.flatMap(({ partyId }) => (partyId && ids.includes(partyId) ? [partyId] : []))
  const own = bodies.filter(
    (b) => b.personId === personId || (expert?.employer && b.name === expert.employer),
  )
  return [...working, ...own.map((b) => b.id)].map((partyId) => ({ partyId, relation: 'employed' }))
}

async function teamTies(db: Reader, personId: string, tenderId: string): Promise<Tie[]> {
  const rows = await db
    .select({ partyId: proposals.supplierId })
    .from(teamMembers)
    .innerJoin(proposals, eq(proposals.id, teamMembers.proposalId))
    .where(and(eq(teamMembers.tenderId, tenderId), eq(teamMembers.personId, personId)))
  return rows.map(({ partyId }) => ({ partyId, relation: 'team' }))
}

/** 回避 (实施条例 第九条): every tie within three years that the product itself can see between a person and those who came. */
export async function tiesOf(db: Reader, tenderId: string, personId: string, on: string): Promise<Tie[]> {
  const ids = (await biddersOf(db, tenderId)).map((b) => b.partyId)
  if (ids.length === 0) return []
  const since = yearsBefore(on, (await parameter(db, 'RECUSAL_YEARS', on)).value)
  // One after the other: inside a transaction there is one connection.
  return [
    ...(await declaredTies(db, personId, ids, since)),
    ...(await seatTies(db, personId, ids, since)),
    ...(await workTies(db, personId, ids)),
    ...(await teamTies(db, personId, tenderId)),
  ]
}

/** Everyone ever drawn for a tender, in order. */
export const drawnFor = (db: Reader, tenderId: string) =>
  db.select().from(panelSeats).where(eq(panelSeats.tenderId, tenderId)).orderBy(panelSeats.ordinal)
