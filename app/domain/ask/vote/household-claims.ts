import { and, asc, eq, isNull } from 'drizzle-orm'
import { householdClaims, participations, rollEntries, rounds } from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import type { claimOutcomes } from '#db/vocabulary.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { findPublicRound } from './find-round.ts'
import { checkOpen, entryByCode } from './identify-voter.ts'
import { phaseOf } from './phase.ts'
import { takeOutBallot } from './place-ballot.ts'

const openOf = (entryId: string) =>
  and(eq(householdClaims.rollEntryId, entryId), isNull(householdClaims.outcome))

/** Whether a household may vote now: not while its vote is disputed; by telephone no more once it passed to another. */
export async function checkClaims(db: Reader, entryId: string, channel: string): Promise<void> {
  const claims = await db.select().from(householdClaims).where(eq(householdClaims.rollEntryId, entryId))
  if (claims.some((claim) => claim.outcome === null)) throw new Refusal('conflict', 'claim-held')
  if (channel === 'phone' && claims.some((claim) => claim.outcome === 'hand_over'))
    throw new Refusal('conflict', 'claim-at-the-desk')
}

type Raise = { roundId: string; code: string; claimant: string; reason: string }
/** 户内争议: with the household's own slip, another of it says that the vote cast was his to cast; the first is held. */
export const raiseClaim = (ctx: Context, input: Raise) =>
  ctx.transact(async (tx) => {
    const round = await findPublicRound(tx, input.roundId)
    authorize(ctx.actor, 'claim.raise', round)
    checkOpen(round, ctx.clock.now())
    if (round.unit !== 'household') throw new Refusal('conflict', 'claim-not-household')
    const entry = await entryByCode(tx, ctx, round.id, input.code)
    if (!(await tx.$count(participations, eq(participations.rollEntryId, entry.id))))
      throw new Refusal('conflict', 'claim-nothing-cast')
    if (await tx.$count(householdClaims, openOf(entry.id))) throw new Refusal('conflict', 'claim-open')
    const { claimant, reason } = input
    const raised = { raisedBy: ctx.actor.personId, raisedAt: ctx.clock.now() }
    await tx
      .insert(householdClaims)
      .values({ roundId: round.id, rollEntryId: entry.id, claimant, reason, ...raised })
    await record(tx, ctx, 'claim.raise', { subject: round.id })
    const director = { role: 'committee_director', partyId: round.committeeId } as const
    await notify(tx, ctx, director, 'claim-raised', `/desk/rounds/${round.id}/claims`, { name: round.name })
    return { id: round.id }
  })

async function handOver(tx: Tx, entryId: string) {
  await takeOutBallot(tx, entryId)
  await tx.delete(participations).where(eq(participations.rollEntryId, entryId))
}

type Settle = { roundId: string; claimId: string; outcome: (typeof claimOutcomes)[number]; ground: string }
/** Settled with a ground: the first vote stands, or it is taken out and the household's right passes on. One ballot counts. */
export const settleClaim = (ctx: Context, input: Settle) =>
  ctx.transact(async (tx) => {
    const round = await findPublicRound(tx, input.roundId)
    authorize(ctx.actor, 'claim.settle', round)
    const own = and(eq(householdClaims.id, input.claimId), eq(householdClaims.roundId, round.id))
    const [claim] = await tx.select().from(householdClaims).where(own)
    if (!claim) throw new Refusal('missing', 'no-such-claim')
    if (claim.outcome) throw new Refusal('conflict', 'claim-settled')
    const { outcome, ground } = input
    if (outcome === 'hand_over') {
      if (phaseOf(round, ctx.clock.now()) !== 'open') throw new Refusal('conflict', 'claim-too-late')
      await handOver(tx, claim.rollEntryId)
    }
    const settled = { outcome, ground, settledBy: ctx.actor.personId, settledAt: ctx.clock.now() }
    await tx.update(householdClaims).set(settled).where(own)
    await record(tx, ctx, 'claim.settle', { subject: round.id }, { outcome })
    return { id: round.id }
  })

const unsettled = (db: Reader, roundId: string) =>
  db.$count(householdClaims, and(eq(householdClaims.roundId, roundId), isNull(householdClaims.outcome)))

/** Nothing is closed or opened while a household's vote is held. */
export async function checkSettled(db: Reader, roundId: string): Promise<void> {
  const n = await unsettled(db, roundId)
  if (n > 0) throw new Refusal('conflict', 'claims-unsettled', { n })
}
export const openClaims = unsettled

/** The disputes of a round, for whoever settles them. */
export async function readClaims(ctx: Context, roundId: string) {
  const round = await findPublicRound(ctx.db, roundId)
  authorize(ctx.actor, 'claim.settle', round)
  const claims = await ctx.db
    .select({
      id: householdClaims.id,
      claimant: householdClaims.claimant,
      reason: householdClaims.reason,
      raisedAt: householdClaims.raisedAt,
      outcome: householdClaims.outcome,
      ground: householdClaims.ground,
      label: rollEntries.label,
      representative: rollEntries.representative,
      householdKey: rollEntries.householdKey,
    })
    .from(householdClaims)
    .innerJoin(rollEntries, eq(rollEntries.id, householdClaims.rollEntryId))
    .innerJoin(rounds, eq(rounds.id, householdClaims.roundId))
    .where(eq(householdClaims.roundId, roundId))
    .orderBy(asc(householdClaims.raisedAt), asc(householdClaims.id))
  return { round: { id: round.id, name: round.name, phase: phaseOf(round, ctx.clock.now()) }, claims }
}
