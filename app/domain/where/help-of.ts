import { eq } from 'drizzle-orm'
import { places } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'

/** The place a visitor's pages are about: his community, else the district. */
export async function helpOf(db: Reader, communityId: string | null) {
  const where = communityId ? eq(places.id, communityId) : eq(places.level, 'district')
  const [place] = await db
    .select({ id: places.id, name: places.name, nameEn: places.nameEn })
    .from(places)
    .where(where)
    .limit(1)
  return place ? { place } : null
}
