import { and, eq, inArray } from 'drizzle-orm'
import { experts, persons, seats } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Role } from '#db/vocabulary.ts'
import { counts } from '../../who/seat/counts.ts'
import type { Call } from '../proposal/find-call.ts'

/** Persons holding a seat at any of these bodies on a date. */
export async function seatedAt(db: Reader, partyIds: readonly string[], on: string, roles?: readonly Role[]) {
  const rows = partyIds.length
    ? await db
        .select({ id: seats.personId, role: seats.role, name: persons.name })
        .from(seats)
        .innerJoin(persons, eq(persons.id, seats.personId))
        .where(and(inArray(seats.partyId, [...partyIds]), counts(on)))
    : []
  return rows.filter((r) => !roles || roles.includes(r.role))
}

/** Experts of the pool who neither wrote the requirement, nor handle it, nor sit at the buyer or beside the need. */
export async function eligibleExperts(db: Reader, call: Call, on: string) {
  const near = await seatedAt(db, [call.buyerId, ...call.posterIds, ...call.centreIds], on)
  const own = near.filter((p) => !['resident', 'expert'].includes(p.role)).map((p) => p.id)
  const out = new Set([...own, call.requirementBy, call.publishedBy])
  const pool = await db
    .select({ id: experts.id, name: persons.name })
    .from(experts)
    .innerJoin(persons, eq(persons.id, experts.id))
  return pool.filter((p) => !out.has(p.id))
}

/** Residents of age of the communities concerned who hold no office there: one of them is drawn, never named. */
export async function eligibleResidents(db: Reader, call: Call, on: string) {
  const here = await seatedAt(db, call.posterIds, on)
  const officers = new Set(here.filter((p) => p.role !== 'resident').map((p) => p.id))
  const minors = await db.select({ id: persons.id }).from(persons).where(eq(persons.ageBand, 'under18'))
  const out = new Set([...officers, ...minors.map((p) => p.id)])
  const ids = [...new Set(here.filter((p) => p.role === 'resident' && !out.has(p.id)).map((p) => p.id))]
  return ids.map((id) => ({ id, name: here.find((p) => p.id === id)!.name }))
}

const buyerSide: Role[] = [
  'street_finance',
  'district_finance',
  'street_acceptor',
  'district_acceptor',
  'street_handler',
  'district_handler',
]
/** Who may sit for the buyer or the centre: not who wrote the requirement, handles the tender, or will confirm its award. */
export async function eligibleForBodies(db: Reader, call: Call, on: string) {
  const kept = (p: { id: string }) => p.id !== call.requirementBy && p.id !== call.publishedBy
  const buyer = (await seatedAt(db, [call.buyerId], on, buyerSide)).filter(kept)
  const centre = (await seatedAt(db, call.centreIds, on, ['centre_officer'])).filter(kept)
  return { buyer, centre }
}
