import { asc, eq } from 'drizzle-orm'
import { parties, persons, seats } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { dateOf } from '../../dates.ts'
import { counts } from '../seat/counts.ts'

/** Everyone a demonstration offers to be, with their seats. */
export async function demoPeople(db: Reader, now: Date) {
  const today = dateOf(now)
  return db
    .select({
      id: persons.id,
      name: persons.name,
      role: seats.role,
      partyId: parties.id,
      party: parties.name,
    })
    .from(seats)
    .innerJoin(persons, eq(persons.id, seats.personId))
    .innerJoin(parties, eq(parties.id, seats.partyId))
    .where(counts(today))
    .orderBy(asc(parties.kind), asc(parties.id), asc(seats.role), asc(persons.id))
}
export type DemoPerson = Awaited<ReturnType<typeof demoPeople>>[number]
