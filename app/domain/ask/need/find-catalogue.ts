import { asc, eq } from 'drizzle-orm'
import { catalogueEntries } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { Refusal } from '../../refusal.ts'
import type { DraftNeed } from './forms.ts'

/** 指导性目录 as it stands. */
export const catalogue = (db: Reader) =>
  db.select().from(catalogueEntries).orderBy(asc(catalogueEntries.code))

/** Refuses an entry that is not in the catalogue, or that lists another kind of service. */
export async function checkCatalogue(
  db: Reader,
  { catalogueId, category }: Pick<DraftNeed, 'catalogueId' | 'category'>,
) {
  if (!catalogueId) return
  const [entry] = await db.select().from(catalogueEntries).where(eq(catalogueEntries.id, catalogueId))
  if (!entry) throw new Refusal('missing', 'catalogue-entry')
  if (entry.category && entry.category !== category) throw new Refusal('invalid', 'catalogue-other-category')
}
