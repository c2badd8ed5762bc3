import { inArray } from 'drizzle-orm'
import { parties, persons } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'

/** Names of bodies, by id. */
export async function partyNames(
  db: Reader,
  ids: ReadonlyArray<string | null>,
): Promise<Record<string, string>> {
  const known = ids.filter((id) => id !== null)
  if (known.length === 0) return {}
  const rows = await db
    .select({ id: parties.id, name: parties.name })
    .from(parties)
    .where(inArray(parties.id, known))
  return Object.fromEntries(rows.map((row) => [row.id, row.name]))
}
/** Names of people, by id. */
export async function personNames(
  db: Reader,
  ids: ReadonlyArray<string | null>,
): Promise<Record<string, string>> {
  const known = ids.filter((id) => id !== null)
  if (known.length === 0) return {}
  const rows = await db
    .select({ id: persons.id, name: persons.name })
    .from(persons)
    .where(inArray(persons.id, known))
  return Object.fromEntries(rows.map((row) => [row.id, row.name]))
}
