import { inArray } from 'drizzle-orm'
import { persons } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'

/** Names of a body's own people, for its own pages: who saved a part last. */
export async function namesOfPersons(db: Reader, ids: readonly string[]) {
  const wanted = [...new Set(ids)]
  const rows = wanted.length
    ? await db.select({ id: persons.id, name: persons.name }).from(persons).where(inArray(persons.id, wanted))
    : []
  return new Map(rows.map((r) => [r.id, r.name]))
}
