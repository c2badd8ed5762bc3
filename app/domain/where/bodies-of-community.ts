import { and, eq, inArray } from 'drizzle-orm'
import { parties, places } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { Refusal } from '../refusal.ts'

export type Bodies = {
  communityId: string
  communityName: string
  households: number
  /** 居委会 or 村委会: the same kind of body. */
  committeeId: string
  streetId: string
  stationId: string | null
  /** The team of the grid named, if that grid has one. */
  gridTeamId: string | null
}

/** The bodies that answer for a community, and for one of its grids when it is named. */
export async function bodiesOfCommunity(
  db: Reader,
  communityId: string,
  gridId: string | null = null,
): Promise<Bodies> {
  const [place] = await db
    .select({ name: places.name, households: places.households })
    .from(places)
    .where(and(eq(places.id, communityId), eq(places.level, 'community')))
  const there = await db
    .select({ id: parties.id, kind: parties.kind, placeId: parties.placeId, streetId: parties.streetId })
    .from(parties)
    .where(inArray(parties.placeId, gridId ? [communityId, gridId] : [communityId]))
  const of = (kind: (typeof there)[number]['kind']) => there.find((p) => p.kind === kind) ?? null
  const committee = of('committee')
  if (!place || !committee?.streetId) throw new Refusal('missing', 'community')
  return {
    communityId,
    communityName: place.name,
    households: place.households ?? 0,
    committeeId: committee.id,
    streetId: committee.streetId,
    stationId: of('station')?.id ?? null,
    gridTeamId: gridId
      ? (there.find((p) => p.kind === 'grid_team' && p.placeId === gridId)?.id ?? null)
      : null,
  }
}

/** 网格 of a community, in the order of their codes. */
export async function gridsOfCommunity(db: Reader, communityId: string) {
  return db
    .select({ id: places.id, name: places.name, households: places.households })
    .from(places)
    .where(and(eq(places.parentId, communityId), eq(places.level, 'grid')))
    .orderBy(places.code)
}

/** Every community a resident can choose, by its street's order. */
export const communities = (db: Reader) =>
  db
    .select({ id: places.id, name: places.name, nameEn: places.nameEn })
    .from(places)
    .where(eq(places.level, 'community'))
    .orderBy(places.code)

/** Every grid, community by community. */
export const gridsByCommunity = (db: Reader) =>
  db
    .select({ id: places.id, name: places.name, communityId: places.parentId })
    .from(places)
    .where(eq(places.level, 'grid'))
    .orderBy(places.code)

/** Every street, by its code. */
export const streets = (db: Reader) =>
  db
    .select({ id: places.id, name: places.name, nameEn: places.nameEn })
    .from(places)
    .where(eq(places.level, 'street'))
    .orderBy(places.code)

/** The communities of one street, by their codes. */
export const communitiesOfStreet = (db: Reader, streetId: string) =>
  db
    .select({ id: places.id, name: places.name, nameEn: places.nameEn })
    .from(places)
    .where(and(eq(places.level, 'community'), eq(places.parentId, streetId)))
    .orderBy(places.code)

/** One community as everybody may see it. */
export async function communityPlace(db: Reader, id: string) {
  const [place] = await db
    .select({
      id: places.id,
      name: places.name,
      nameEn: places.nameEn,
      households: places.households,
      communityKind: places.communityKind,
      parentId: places.parentId,
    })
    .from(places)
    .where(and(eq(places.id, id), eq(places.level, 'community')))
  if (!place) throw new Refusal('missing', 'community')
  return place
}
