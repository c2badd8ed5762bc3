import { and, asc, eq, inArray, like, or, sql } from 'drizzle-orm'
import { parties, persons, seats } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'

const shape = {
  id: seats.id,
  role: seats.role,
  from: seats.from,
  to: seats.to,
  ground: seats.ground,
  personId: persons.id,
  name: persons.name,
  partyId: parties.id,
  party: parties.name,
  awaits: sql<boolean>`${seats.awaits} and ${seats.confirmedAt} is null`.mapWith(Boolean),
  keyless: sql<boolean>`${persons.passwordHash} is null`.mapWith(Boolean),
}

/** Seats whose holder or body bears these words; at most a hundred. Nobody hands himself the word for a first key. */
export const listSeats = async (
  db: Reader,
  words: string,
  partyId: string | null,
  viewerId: string | null,
) => {
  const found = or(like(persons.name, `%${words}%`), like(parties.name, `%${words}%`))
  const rows = await db
    .select(shape)
    .from(seats)
    .innerJoin(persons, eq(persons.id, seats.personId))
    .innerJoin(parties, eq(parties.id, seats.partyId))
    .where(partyId ? and(eq(parties.id, partyId), found) : found)
    .orderBy(asc(parties.name), asc(seats.role))
    .limit(100)
  return rows.map((seat) => ({ ...seat, keyless: seat.keyless && seat.personId !== viewerId }))
}

const heldAt = (db: Reader, partyId: string) =>
  db.select({ id: seats.personId }).from(seats).where(eq(seats.partyId, partyId))

/** Whom and where a new seat can be; a body that seats its own is shown its own people and no others. */
export async function seatChoices(db: Reader, partyId: string | null) {
  const people = await db
    .select({ id: persons.id, name: persons.name, tail: persons.phoneTail })
    .from(persons)
    .where(partyId ? inArray(persons.id, heldAt(db, partyId)) : undefined)
    .orderBy(asc(persons.name))
    .limit(500)
  const bodies = await db
    .select({ id: parties.id, name: parties.name })
    .from(parties)
    .where(partyId ? eq(parties.id, partyId) : undefined)
    .orderBy(asc(parties.name))
  return { people, bodies }
}
