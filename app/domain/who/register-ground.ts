import { eq } from 'drizzle-orm'
import { parties, places } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { partyKinds, placeLevels } from '#db/vocabulary.ts'
import { Refusal } from '../refusal.ts'

type Kind = (typeof partyKinds)[number]
type Level = (typeof placeLevels)[number]
/** 机关、居委会和站点: of which level the place is that a body answers for; other bodies may be anywhere. */
const levelOf: Partial<Record<Kind, Level>> = {
  district_office: 'district',
  street_office: 'street',
  service_centre: 'street',
  committee: 'community',
  station: 'community',
  grid_team: 'grid',
}
const underStreet: readonly Kind[] = ['service_centre', 'committee', 'station', 'grid_team']

export async function mustBePlace(db: Reader, id: string | null | undefined) {
  if (!id) return null
  const [found] = await db.select().from(places).where(eq(places.id, id))
  if (!found) throw new Refusal('invalid', 'place-unknown')
  return found
}
async function mustBeStreet(db: Reader, id: string | null | undefined) {
  if (!id) return
  const [found] = await db.select({ kind: parties.kind }).from(parties).where(eq(parties.id, id))
  if (found?.kind !== 'street_office') throw new Refusal('invalid', 'street-unknown')
}

type Ground = { kind: Kind; placeId?: string | null | undefined; streetId?: string | null | undefined }
/** What a need, a round or an order finds its way by: an office without its place, or a committee without its street, is found by nobody. */
export async function mustHaveGround(db: Reader, { kind, placeId, streetId }: Ground) {
  const place = await mustBePlace(db, placeId)
  await mustBeStreet(db, streetId)
  const level = levelOf[kind]
  if (level && place?.level !== level) throw new Refusal('invalid', `body-place-${level}`)
  if (underStreet.includes(kind) && !streetId) throw new Refusal('invalid', 'body-needs-street')
}
