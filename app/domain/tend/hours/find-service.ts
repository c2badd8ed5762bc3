import { eq, inArray } from 'drizzle-orm'
import { hourServices, parties, persons } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { Refusal } from '../../refusal.ts'
import { operatorOf } from './bank.ts'

/** Names of some persons, by id. */
export async function namesOf(db: Reader, ids: ReadonlyArray<string | null>) {
  const known = [...new Set(ids.filter((id) => id !== null))]
  if (known.length === 0) return new Map<string, string>()
  const rows = await db
    .select({ id: persons.id, name: persons.name })
    .from(persons)
    .where(inArray(persons.id, known))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** One service with the body that hosts it and the one that keeps the bank. */
export async function findService(db: Reader, id: string) {
  const [found] = await db
    .select({ service: hourServices, host: parties })
    .from(hourServices)
    .leftJoin(parties, eq(parties.id, hourServices.hostId))
    .where(eq(hourServices.id, id))
  if (!found) throw new Refusal('missing', 'hours-service-missing')
  return { ...found.service, host: found.host, operatorId: await operatorOf(db) }
}
export type ServiceFacts = Awaited<ReturnType<typeof findService>>
