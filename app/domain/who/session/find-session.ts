import { and, eq } from 'drizzle-orm'
import type { Clock } from '#app/ports/clock.ts'
import { sha256 } from '#app/ports/vault.ts'
import { parties, persons, seats, sessions } from '#db/schema/index.ts'
import { isNoRoom, type Reader, type Store } from '#db/store.ts'
import { dateOf } from '../../dates.ts'
import { Refusal } from '../../refusal.ts'
import { officesUnder } from '../../where/offices-under.ts'
import type { Actor } from '../actor.ts'
import { counts } from '../seat/counts.ts'

export type HeldSeat = {
  id: string
  role: (typeof seats.$inferSelect)['role']
  partyId: string
  partyName: string
  partyNameEn: string | null
  from: string
  ground: string
  /** What an auditor's seat watches over beside its own body. */
  watches?: string[]
}
export type SignedIn = {
  sessionId: string
  person: typeof persons.$inferSelect
  seats: HeldSeat[]
  seat: HeldSeat | null
  strength: string
}

/** Signed out after this long without a request, and at the latest after `endsAt`. */
export const idleLimit = (strength: string) => (strength === 'staff' ? 30 : 7 * 24 * 60) * 60_000

/** The seats a person holds on a date, and that count. */
export async function seatsOf(db: Reader, personId: string, today: string): Promise<HeldSeat[]> {
  return db
    .select({
      id: seats.id,
      role: seats.role,
      partyId: seats.partyId,
      partyName: parties.name,
      partyNameEn: parties.nameEn,
      from: seats.from,
      ground: seats.ground,
    })
    .from(seats)
    .innerJoin(parties, eq(parties.id, seats.partyId))
    .where(and(eq(seats.personId, personId), counts(today)))
    .orderBy(seats.from, seats.id)
}

/** 审计: the seat he acts in reads what the offices of its place do. */
async function withWatch(db: Reader, seat: HeldSeat | undefined): Promise<HeldSeat | null> {
  if (seat?.role !== 'auditor') return seat ?? null
  return { ...seat, watches: await officesUnder(db, seat.partyId) }
}

/** Who a session token stands for, if it still lives; a sighting is noted at most once a minute. */
export async function findSession(
  { store, wall, clock }: { store: Store; wall: Clock; clock: Clock },
  token: string,
): Promise<SignedIn | null> {
  const [row] = await store.db
    .select({ session: sessions, person: persons })
    .from(sessions)
    .innerJoin(persons, eq(persons.id, sessions.personId))
    .where(eq(sessions.id, sha256(token)))
  const now = wall.now().getTime()
  if (!row || row.session.endedAt || row.session.endsAt.getTime() <= now) return null
  if (now - row.session.seenAt.getTime() > idleLimit(row.session.strength)) return null
  if (now - row.session.seenAt.getTime() > 60_000) await noteSighting(store, row.session.id, wall)
  const held = await seatsOf(store.db, row.person.id, dateOf(clock.now()))
  return {
    sessionId: row.session.id,
    person: row.person,
    seats: held,
    seat: await withWatch(
      store.db,
      held.find((s) => s.id === row.session.seatId),
    ),
    strength: row.session.strength,
  }
}

const waits = (error: unknown) => isNoRoom(error) || (error instanceof Refusal && error.kind === 'unsure')
/** Reading goes on while nothing can be saved, so a sighting that finds no room, or no sure time, is let go. */
const noteSighting = (store: Store, id: string, wall: Clock) =>
  store
    .transact(
      async (tx) => void (await tx.update(sessions).set({ seenAt: wall.now() }).where(eq(sessions.id, id))),
    )
    .catch((error: unknown) => {
      if (!waits(error)) throw error
    })

export const actorOf = ({ person, seat, seats: held }: SignedIn): Actor => ({
  personId: person.id,
  seat: seat && { id: seat.id, role: seat.role, partyId: seat.partyId, watches: seat.watches },
  seats: held.map(({ id, role, partyId }) => ({ id, role, partyId })),
  communityId: person.communityId,
})

const resident = new Set(['resident', 'family_agent'])
/** Signed in by a message alone, a person sits only in a resident's seat; staff seats need password and 动态口令. */
export function withinStrength(found: SignedIn): SignedIn {
  if (found.strength === 'staff') return found
  const seats = found.seats.filter((s) => resident.has(s.role))
  return { ...found, seats, seat: seats.find((s) => s.id === found.seat?.id) ?? null }
}
