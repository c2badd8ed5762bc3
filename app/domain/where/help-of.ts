import { eq, inArray, or } from 'drizzle-orm'
import { parties, places } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { placeLevels } from '#db/vocabulary.ts'

const ofDistrict = eq(places.level, 'district')

/** The district this site is of; null before it is founded. */
export async function districtPlace(db: Reader) {
  const [found] = await db
    .select({ name: places.name, nameEn: places.nameEn })
    .from(places)
    .where(ofDistrict)
    .limit(1)
  return found ?? null
}

/** Where somebody belongs: his community, else the place of the body he acts for. */
const belongs = (db: Reader, communityId: string | null, partyId: string | null) =>
  communityId
    ? eq(places.id, communityId)
    : inArray(
        places.id,
        db
          .select({ id: parties.placeId })
          .from(parties)
          .where(eq(parties.id, partyId ?? '')),
      )

/** The place a visitor's pages are about, his own else the district, and the nearest number to telephone. */
export async function helpOf(db: Reader, communityId: string | null, partyId: string | null) {
  const own = belongs(db, communityId, partyId)
  const above = db.select({ id: places.parentId }).from(places).where(own)
  const around = await db
    .select({
      id: places.id,
      level: places.level,
      name: places.name,
      nameEn: places.nameEn,
      phone: places.phone,
    })
    .from(places)
    .where(communityId || partyId ? or(own, inArray(places.id, above), ofDistrict) : ofDistrict)
  const near = around.toSorted((a, b) => placeLevels.indexOf(b.level!) - placeLevels.indexOf(a.level!))
  const [place] = near
  const telephoned = near.find(({ phone }) => phone)
  return place ? { place, phone: telephoned?.phone ?? null, where: telephoned ?? place } : null
}
