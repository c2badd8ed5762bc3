import { and, eq, inArray } from 'drizzle-orm'
import { experts, persons, seats, suggestions, tenderReviews } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Role } from '#db/vocabulary.ts'
import { needWriters } from '../../ask/need/find-need.ts'
import { counts } from '../../who/seat/counts.ts'
import type { Call } from '../proposal/find-call.ts'
import { standingExperts } from './expert-standing.ts'

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

/** 需求提出人: whoever proposed what the need was made of, and whoever wrote it. */
async function proposersOf(db: Reader, call: Call) {
  const ids = call.needs.map((n) => n.id)
  const rows = ids.length
    ? await db.select({ id: suggestions.personId }).from(suggestions).where(inArray(suggestions.needId, ids))
    : []
  const writers = [...(await needWriters(db, call.needs)).values()].flat()
  return [...rows.flatMap(({ id }) => (id ? [id] : [])), ...writers]
}
/** Who wrote the requirement, and everyone who reviewed it. */
async function writersOf(db: Reader, call: Call) {
  const reviews = await db
    .select({ id: tenderReviews.reviewedBy })
    .from(tenderReviews)
    .where(eq(tenderReviews.tenderId, call.id))
  const named = [call.requirementBy, call.reviewedBy, call.publishedBy, ...reviews.map((r) => r.id)]
  return named.filter((id) => id !== null)
}

export const leftOutGrounds = ['not_standing', 'writer', 'proposer', 'seat_here', 'other_field'] as const
export type LeftOut = Record<(typeof leftOutGrounds)[number], number>

/** The pool of a purchase, and how many of the register were left out of it on which ground (系统 §1.4). */
export async function expertPool(db: Reader, call: Call, on: string, field?: string) {
  const near = await seatedAt(db, [call.buyerId, ...call.posterIds, ...call.centreIds], on)
  const here = new Set(near.filter((p) => !['resident', 'expert'].includes(p.role)).map((p) => p.id))
  const writers = new Set(await writersOf(db, call))
  const proposers = new Set(await proposersOf(db, call))
  const standing = await standingExperts(db, on)
  const all = await db
    .select({ id: experts.id, name: persons.name, fields: experts.fields })
    .from(experts)
    .innerJoin(persons, eq(persons.id, experts.id))
  const groundOf = (p: (typeof all)[number]): keyof LeftOut | null => {
    if (!standing(p.id)) return 'not_standing'
    if (writers.has(p.id)) return 'writer'
    if (proposers.has(p.id)) return 'proposer'
    if (here.has(p.id)) return 'seat_here'
    return field && !p.fields?.includes(field) ? 'other_field' : null
  }
  const leftOut = Object.fromEntries(leftOutGrounds.map((g) => [g, 0])) as LeftOut
  for (const p of all) {
    const ground = groundOf(p)
    if (ground) leftOut[ground] += 1
  }
  return { pool: all.filter((p) => !groundOf(p)).map(({ id, name }) => ({ id, name })), leftOut }
}
export const eligibleExperts = async (db: Reader, call: Call, on: string) =>
  (await expertPool(db, call, on)).pool

/** Residents of age of the communities concerned who hold no office there and did not propose it: one of them is drawn, never named. */
export async function eligibleResidents(db: Reader, call: Call, on: string) {
  const here = await seatedAt(db, call.posterIds, on)
  const officers = new Set(here.filter((p) => p.role !== 'resident').map((p) => p.id))
  const minors = await db.select({ id: persons.id }).from(persons).where(eq(persons.ageBand, 'under18'))
  const out = new Set([...officers, ...minors.map((p) => p.id), ...(await proposersOf(db, call))])
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
/** Who may sit for the buyer or the centre: not who wrote the requirement, reviewed it, handles the tender, or will confirm its award. */
export async function eligibleForBodies(db: Reader, call: Call, on: string) {
  const writers = await writersOf(db, call)
  const kept = (p: { id: string }) => !writers.includes(p.id)
  const buyer = (await seatedAt(db, [call.buyerId], on, buyerSide)).filter(kept)
  const centre = (await seatedAt(db, call.centreIds, on, ['centre_officer'])).filter(kept)
  return { buyer, centre }
}
