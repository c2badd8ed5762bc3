import { eq } from 'drizzle-orm'
import { places } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { communitiesOfStreet, gridsOfCommunity, streets } from '../../where/bodies-of-community.ts'

type Chosen = { streetId: string | null; communityId: string | null }

const placeOf = async (db: Reader, id: string | null, level: 'street' | 'community') => {
  if (!id) return null
  const [place] = await db.select().from(places).where(eq(places.id, id))
  return place?.level === level ? place : null
}

/** 街道 → 社区 → 网格, a step at a time: what to choose from next, where a district has too many to show at once. */
export async function choosePlace(db: Reader, chosen: Chosen) {
  const community = await placeOf(db, chosen.communityId, 'community')
  const all = await streets(db)
  const only = all.length === 1 ? all[0]!.id : null
  const street = await placeOf(db, community?.parentId ?? chosen.streetId ?? only, 'street')
  return {
    streets: all,
    street: street && { id: street.id, name: street.name },
    communities: street ? await communitiesOfStreet(db, street.id) : [],
    community: community && { id: community.id, name: community.name },
    grids: community ? await gridsOfCommunity(db, community.id) : [],
  }
}
