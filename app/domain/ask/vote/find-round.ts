import { asc, eq, inArray } from 'drizzle-orm'
import { needs, parties, places, roundItems, rounds } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { Refusal } from '../../refusal.ts'
import { writersOf } from '../../written-by.ts'
import type { Round } from './phase.ts'

/** The round, or a refusal. */
export async function findRound(db: Reader, id: string): Promise<Round> {
  const [found] = await db.select().from(rounds).where(eq(rounds.id, id))
  if (!found) throw new Refusal('missing', 'no-such-round')
  return found
}

/** Who drafted each of these rounds, and who changed it since. */
export const roundWriters = (db: Reader, drafted: ReadonlyArray<Pick<Round, 'id' | 'createdBy'>>) =>
  writersOf(
    db,
    drafted.map(({ id, createdBy }) => ({ id, draftedBy: createdBy })),
    ['round.change'],
  )
/** The round, with everyone who wrote any version of it. */
export async function findRoundWritten(db: Reader, id: string) {
  const round = await findRound(db, id)
  return { ...round, writtenBy: (await roundWriters(db, [round])).get(id)! }
}

/** A round the public may see: a draft is nobody's yet, unless it was sealed before and is being changed in the open. */
export async function findPublicRound(db: Reader, id: string): Promise<Round> {
  const round = await findRound(db, id)
  const unseen = round.state === 'draft' && round.version === 1
  if (unseen || (round.state === 'void' && !round.sealedAt)) throw new Refusal('missing', 'no-such-round')
  return round
}

const standing = {
  id: roundItems.id,
  needId: roundItems.needId,
  cost: roundItems.cost,
  ownRef: roundItems.refNo,
  needRef: needs.refNo,
}
type Standing = { id: string; needId: string | null; ownRef: string | null; needRef: string | null }
/** An item is chosen by its need, or by itself where it stands alone (建议性的一轮); bare columns, so that the words of the query are kept. */
const asChosen = <Item extends Standing>({ ownRef, needRef, ...item }: Item) => ({
  ...item,
  choice: item.needId ?? item.id,
  refNo: needRef ?? ownRef ?? '',
})
const shown = {
  ...standing,
  ownTitle: roundItems.title,
  needTitle: needs.title,
  outcome: roundItems.outcome,
  titleEn: needs.titleEn,
  evidence: needs.evidence,
  targetGroup: needs.targetGroup,
  beneficiaries: needs.beneficiaries,
  expected: needs.outcome,
  state: needs.state,
}
/** 备选: what is on the ballot, in its printed order. */
export async function slateOf(db: Reader, roundId: string) {
  const found = await db
    .select(shown)
    .from(roundItems)
    .leftJoin(needs, eq(needs.id, roundItems.needId))
    .where(eq(roundItems.roundId, roundId))
    .orderBy(asc(roundItems.ordinal))
  return found.map(({ ownTitle, needTitle, ...item }) => ({
    ...asChosen(item),
    title: needTitle ?? ownTitle ?? '',
  }))
}
/** What a ballot is held to: of each item its numbers and its cost, and no more; read at every cast. */
export async function ballotItemsOf(db: Reader, roundId: string) {
  const found = await db
    .select(standing)
    .from(roundItems)
    .leftJoin(needs, eq(needs.id, roundItems.needId))
    .where(eq(roundItems.roundId, roundId))
    .orderBy(asc(roundItems.ordinal))
  return found.map(asChosen)
}
export type BallotItem = Awaited<ReturnType<typeof ballotItemsOf>>[number]
export type SlateItem = Awaited<ReturnType<typeof slateOf>>[number]
/** The needs among the items of a slate. */
export const needsOn = (slate: ReadonlyArray<Pick<SlateItem, 'needId'>>) =>
  slate.flatMap(({ needId }) => (needId ? [needId] : []))

/** The bodies whose people may help residents of this community to vote: committee, station, grid teams. */
export async function helperBodies(db: Reader, communityId: string): Promise<string[]> {
  const grids = await db.select({ id: places.id }).from(places).where(eq(places.parentId, communityId))
  const found = await db
    .select({ id: parties.id, kind: parties.kind })
    .from(parties)
    .where(inArray(parties.placeId, [communityId, ...grids.map((g) => g.id)]))
  return found.filter((p) => ['committee', 'station', 'grid_team'].includes(p.kind)).map((p) => p.id)
}
