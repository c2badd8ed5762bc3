import { eq, inArray, or } from 'drizzle-orm'
import { places } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { placeLevels } from '#db/vocabulary.ts'

/** The place a visitor's pages are about, his community else the district, and the nearest number to telephone. */
export async function helpOf(db: Reader, communityId: string | null) {
  const ofDistrict = eq(places.level, 'district')
  const street = db
    .select({ id: places.parentId })
    .from(places)
    .where(eq(places.id, communityId ?? ''))
  const around = await db
    .select({
      id: places.id,
      level: places.level,
      name: places.name,
      nameEn: places.nameEn,
      phone: places.phone,
    })
    .from(places)
    .where(communityId ? or(eq(places.id, communityId), inArray(places.id, street), ofDistrict) : ofDistrict)
  const near = around.toSorted((a, b) => placeLevels.indexOf(b.level!) - placeLevels.indexOf(a.level!))
  const [place] = near
  const telephoned = near.find(({ phone }) => phone)
  return place ? { place, phone: telephoned?.phone ?? null, where: telephoned ?? place } : null
}
