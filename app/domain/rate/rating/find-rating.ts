import { and, desc, eq, isNotNull, isNull, or } from 'drizzle-orm'
import { sha256 } from '#app/ports/vault.ts'
import { contracts, ratings, rectifications, serviceUsers } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { servedAs } from '../../deliver/acceptance/find-acceptance.ts'
import { phoneHashOf } from '../../deliver/acceptance/give-opinion.ts'
import { type ContractFacts, findContract } from '../../deliver/contract/find-contract.ts'
import { Refusal } from '../../refusal.ts'
import type { Actor } from '../../who/actor.ts'
import { servedPeople } from './served-people.ts'

export type Rating = typeof ratings.$inferSelect
export type Rectification = typeof rectifications.$inferSelect
export type RatingFacts = Rating & {
  contract: ContractFacts
  /** Staff's word for the person, never for a public page. */
  label: string
  rectification: Rectification | null
}

async function facts(db: Reader, found: Rating | undefined, missing: string): Promise<RatingFacts> {
  if (!found) throw new Refusal('missing', missing)
  const [user] = await db.select().from(serviceUsers).where(eq(serviceUsers.id, found.serviceUserId))
  const [rectification] = await db.select().from(rectifications).where(eq(rectifications.ratingId, found.id))
  return {
    ...found,
    contract: await findContract(db, found.contractId),
    label: user?.label ?? '',
    rectification: rectification ?? null,
  }
}

/** One rating with its contract and what it led to. */
export async function findRating(db: Reader, id: string): Promise<RatingFacts> {
  const [found] = await db.select().from(ratings).where(eq(ratings.id, id))
  return facts(db, found, 'rating-missing')
}

/** The rating a link was handed out for, however old that is. */
export async function ratingByToken(db: Reader, token: string): Promise<RatingFacts> {
  const [found] = await db
    .select()
    .from(ratings)
    .where(eq(ratings.tokenHash, sha256(token)))
  return facts(db, found, 'rating-link-unknown')
}

export async function ratingOf(db: Reader, contractId: string, serviceUserId: string) {
  const [found] = await db
    .select()
    .from(ratings)
    .where(and(eq(ratings.contractId, contractId), eq(ratings.serviceUserId, serviceUserId)))
  return found ?? null
}

/** Whom a signed-in person is among those served in a contract, if he may rate it. */
export async function raterOf(db: Reader, actor: Actor, contractId: string) {
  const me = await servedAs(db, actor, contractId, await phoneHashOf(db, actor.personId))
  if (!me) return null
  return (await servedPeople(db, contractId)).find((u) => u.id === me.id) ?? null
}

/** Every rating of a contract, the newest first, with staff's word for the person. */
export async function ratingsOfContract(db: Reader, contractId: string) {
  return db
    .select({ rating: ratings, label: serviceUsers.label, rectification: rectifications })
    .from(ratings)
    .innerJoin(serviceUsers, eq(serviceUsers.id, ratings.serviceUserId))
    .leftJoin(rectifications, eq(rectifications.ratingId, ratings.id))
    .where(eq(ratings.contractId, contractId))
    .orderBy(desc(ratings.givenAt), ratings.id)
}

/** A published contract by its id, for whoever was served in it. */
export async function rateable(db: Reader, contractId: string): Promise<ContractFacts> {
  const contract = await findContract(db, contractId)
  if (!contract.publishedAt) throw new Refusal('missing', 'contract-missing')
  return contract
}

/** Words about an organisation that it has not answered yet, bad ones apart: those are put right. */
export const unansweredOf = (db: Reader, supplierId: string) =>
  db
    .select({ r: ratings, c: contracts })
    .from(ratings)
    .innerJoin(contracts, eq(contracts.id, ratings.contractId))
    .leftJoin(rectifications, eq(rectifications.ratingId, ratings.id))
    .where(
      and(
        eq(contracts.supplierId, supplierId),
        eq(ratings.state, 'given'),
        or(isNotNull(ratings.words), isNotNull(ratings.heardWords)),
        isNull(ratings.reply),
        isNull(rectifications.id),
      ),
    )
