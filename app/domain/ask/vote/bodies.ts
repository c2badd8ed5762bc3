import { and, eq, inArray, isNotNull, ne, or } from 'drizzle-orm'
import {
  consortiumMembers,
  parties,
  planNeeds,
  proposals,
  roundBodies,
  roundItems,
  rounds,
  tenders,
} from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import type { BlocWeight } from '#db/vocabulary.ts'
import { Refusal } from '../../refusal.ts'

type Home = { committeeId: string; streetId: string }
type Invited = { orgIds?: string[] | undefined; likelyIds?: string[] | undefined }
type Body = { bloc: BlocWeight['bloc']; partyId: string; abstained: string | null }

async function centreOf(db: Reader, streetId: string): Promise<string> {
  const [found] = await db
    .select({ id: parties.id })
    .from(parties)
    .where(and(eq(parties.kind, 'service_centre'), eq(parties.streetId, streetId)))
  if (!found) throw new Refusal('invalid', 'no-centre-here')
  return found.id
}

/** Organisations that the round invites; whoever is named as a likely supplier is on the list and does not vote. */
async function invited(db: Reader, { orgIds = [], likelyIds = [] }: Invited): Promise<Body[]> {
  const found = await db
    .select({ id: parties.id, kind: parties.kind })
    .from(parties)
    .where(inArray(parties.id, orgIds.length ? orgIds : ['']))
  const may = ['organisation', 'enterprise', 'community_group']
  if (found.length !== new Set(orgIds).size || found.some(({ kind }) => !may.includes(kind)))
    throw new Refusal('invalid', 'no-such-organisation')
  return found.map(({ id }) => ({
    bloc: 'organisation',
    partyId: id,
    abstained: likelyIds.includes(id) ? 'interest' : null,
  }))
}

/** 参与联合评选的单位 of a draft, by its blocs. */
export async function listBodies(
  tx: Tx,
  roundId: string,
  at: Home & Invited & { blocs: readonly BlocWeight[] | null },
) {
  await tx.delete(roundBodies).where(eq(roundBodies.roundId, roundId))
  const has = (bloc: BlocWeight['bloc']) => at.blocs?.some((b) => b.bloc === bloc) ?? false
  const one = (bloc: Body['bloc'], partyId: string): Body => ({ bloc, partyId, abstained: null })
  const bodies = [
    ...(has('committee') ? [one('committee', at.committeeId)] : []),
    ...(has('centre') ? [one('centre', await centreOf(tx, at.streetId))] : []),
    ...(has('street') ? [one('street', at.streetId)] : []),
    ...(has('organisation') ? await invited(tx, at) : []),
  ]
  if (bodies.length) await tx.insert(roundBodies).values(bodies.map((body) => ({ ...body, roundId })))
}

/** The bodies of a round with their names, in a fixed order. */
export const bodiesOf = (db: Reader, roundId: string) =>
  db
    .select({
      id: roundBodies.id,
      bloc: roundBodies.bloc,
      partyId: roundBodies.partyId,
      choices: roundBodies.choices,
      abstained: roundBodies.abstained,
      abstainsSealed: roundBodies.abstainsSealed,
      castAt: roundBodies.castAt,
      name: parties.name,
      nameEn: parties.nameEn,
    })
    .from(roundBodies)
    .innerJoin(parties, eq(parties.id, roundBodies.partyId))
    .where(eq(roundBodies.roundId, roundId))
    .orderBy(roundBodies.bloc, parties.id)
export type BodyOfRound = Awaited<ReturnType<typeof bodiesOf>>[number]

/** Who is asked beside the residents, and who of them was out before anybody voted: no more than the manifest says. */
export const askedBodies = async (db: Reader, roundId: string) =>
  (await bodiesOf(db, roundId)).map(({ bloc, name, nameEn, abstainsSealed }) => ({
    bloc,
    name,
    nameEn,
    abstains: abstainsSealed === true,
  }))

/** 封存: who has declared that it abstains is written down with everything else that is fixed. */
export const sealAbstentions = (tx: Tx, roundId: string) =>
  tx
    .update(roundBodies)
    .set({ abstainsSealed: true })
    .where(and(eq(roundBodies.roundId, roundId), isNotNull(roundBodies.abstained)))

/** A body with a seat in somebody's consortium: asked and not yet agreed is none. */
const sitting = (partyId: string) =>
  and(
    eq(consortiumMembers.proposalId, proposals.id),
    eq(consortiumMembers.partyId, partyId),
    isNotNull(consortiumMembers.sitsIn),
  )

/** 利害关系: whether the body leads or shares a proposal, drafted or submitted, to a tender that buys a need on this slate. */
export async function hasProposal(db: Reader, roundId: string, partyId: string): Promise<boolean> {
  const [found] = await db
    .select({ id: proposals.id })
    .from(proposals)
    .innerJoin(tenders, eq(tenders.id, proposals.tenderId))
    .innerJoin(planNeeds, eq(planNeeds.planId, tenders.planId))
    .innerJoin(roundItems, eq(roundItems.needId, planNeeds.needId))
    .leftJoin(consortiumMembers, sitting(partyId))
    .where(
      and(
        eq(roundItems.roundId, roundId),
        or(eq(proposals.supplierId, partyId), isNotNull(consortiumMembers.id)),
        ne(proposals.state, 'withdrawn'),
      ),
    )
    .limit(1)
  return found !== undefined
}

/** The rounds in which a body votes, for its desk. */
export const roundsOfBody = (db: Reader, partyId: string) =>
  db
    .select({ round: rounds, body: roundBodies })
    .from(roundBodies)
    .innerJoin(rounds, eq(rounds.id, roundBodies.roundId))
    .where(and(eq(roundBodies.partyId, partyId), eq(rounds.state, 'sealed')))
