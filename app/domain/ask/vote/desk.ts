import { and, eq, inArray } from 'drizzle-orm'
import { parties, places, rounds } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import type { DeskItem } from '../../desk-item.ts'
import { may } from '../../policy/index.ts'
import { roundsOfBody } from './bodies.ts'
import { roundWriters } from './find-round.ts'
import { openClaims } from './household-claims.ts'
import { phaseOf, type Round } from './phase.ts'

type Next = { key: string; act: Parameters<typeof may>[1] | null; due: Date | null; to?: string }

/** What a round waits for, and who may do it. */
function nextOf(round: Round, now: Date): Next[] {
  const phase = phaseOf(round, now)
  const desk = `/desk/rounds/${round.id}`
  if (phase === 'draft' && !round.slipsAt)
    return [{ key: 'round.prepare', act: 'round.change', due: round.opensAt, to: desk }]
  if (phase === 'draft') return [{ key: 'round.seal', act: 'round.seal', due: round.opensAt, to: desk }]
  if (phase === 'waiting') return [{ key: 'round.opens', act: null, due: round.opensAt, to: desk }]
  if (phase === 'open')
    return [{ key: 'round.assist', act: 'ballot.assist', due: round.closesAt, to: `${desk}/assist` }]
  if (phase === 'closed' && round.witnessId)
    return [{ key: 'round.count', act: 'round.count', due: null, to: desk }]
  if (phase === 'closed')
    return [
      { key: 'round.witness', act: 'round.witness', due: null, to: desk },
      { key: 'round.count', act: 'round.count', due: null, to: desk },
    ]
  return phase === 'counted' ? [{ key: 'round.announce', act: 'round.announce', due: null, to: desk }] : []
}

/** The community a committee, a station or a grid team works in. */
export async function communityOfBody(db: Reader, partyId: string): Promise<string | null> {
  const [found] = await db
    .select({ id: places.id, level: places.level, parentId: places.parentId })
    .from(parties)
    .innerJoin(places, eq(places.id, parties.placeId))
    .where(eq(parties.id, partyId))
  if (!found) return null
  return found.level === 'community' ? found.id : found.level === 'grid' ? found.parentId : null
}

const working = [
  'committee_clerk',
  'committee_director',
  'supervision_member',
  'station_clerk',
  'grid_worker',
]

/** 联合评选 that wait for a body's ballot. */
async function signingOf(db: Reader, ctx: Context, partyId: string): Promise<DeskItem[]> {
  if (!may(ctx.actor, 'ballot.sign', { bodies: [partyId] })) return []
  const now = ctx.clock.now()
  const found = await roundsOfBody(db, partyId)
  return found
    .filter(({ round, body }) => phaseOf(round, now) === 'open' && !body.choices && !body.abstained)
    .map(({ round }) => ({
      key: 'round.sign',
      matter: round.name,
      amount: round.budget,
      chapter: 'ask',
      due: { at: round.closesAt, source: round.refNo, mark: 'local' },
      since: round.opensAt,
      link: `/desk/rounds/${round.id}/sign`,
      kind: 'act',
    }))
}

/** 户内争议 that wait for whoever settles them. */
async function claimsOf(db: Reader, ctx: Context, live: readonly Round[]): Promise<DeskItem[]> {
  const mine = live.filter((round) => round.state === 'sealed' && may(ctx.actor, 'claim.settle', round))
  const found = await Promise.all(
    mine.map(async (round) => ((await openClaims(db, round.id)) > 0 ? [claimRow(round)] : [])),
  )
  return found.flat()
}

const claimRow = (round: Round): DeskItem => ({
  key: 'round.claims',
  matter: round.name,
  amount: round.budget,
  chapter: 'ask',
  due: { at: round.closesAt, source: round.refNo, mark: 'local' },
  since: round.opensAt,
  link: `/desk/rounds/${round.id}/claims`,
  kind: 'act',
})

const rowOf = (round: Round, next: Next, mine: boolean): DeskItem => ({
  key: next.key,
  matter: round.name,
  amount: round.budget,
  chapter: 'ask',
  due: next.due && { at: next.due, source: round.refNo, mark: 'local' },
  since: round.countedAt ?? round.sealedAt ?? round.createdAt,
  link: (mine && next.to) || `/desk/rounds/${round.id}`,
  kind: mine ? 'act' : 'wait',
})

/** Rounds to prepare, to seal, to help with, to sign for a body, to count and to announce. */
export async function deskOfVote(db: Reader, ctx: Context): Promise<DeskItem[]> {
  const { seat } = ctx.actor
  if (!seat) return []
  const signing = await signingOf(db, ctx, seat.partyId)
  const communityId = working.includes(seat.role) ? await communityOfBody(db, seat.partyId) : null
  if (!communityId) return signing
  const live = await db
    .select()
    .from(rounds)
    .where(and(eq(rounds.communityId, communityId), inArray(rounds.state, ['draft', 'sealed', 'counted'])))
  const now = ctx.clock.now()
  const writers = await roundWriters(db, live)
  const mine = (round: Round, { act }: Next) => {
    if (act === 'ballot.assist') return may(ctx.actor, 'ballot.assist', { bodies: [seat.partyId] })
    const written = { ...round, writtenBy: writers.get(round.id)! }
    return act === null ? false : may(ctx.actor, act, written as never)
  }
  const steps = live.flatMap((round) =>
    nextOf(round, now)
      .filter((next) => mine(round, next) || seat.partyId === round.committeeId)
      .map((next) => rowOf(round, next, mine(round, next))),
  )
  return [...(await claimsOf(db, ctx, live)), ...steps, ...signing]
}
