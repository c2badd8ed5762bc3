import { and, asc, count, eq, inArray, isNull } from 'drizzle-orm'
import { sha256 } from '#app/ports/vault.ts'
import { ballotLinks, ballots, openedBallots, participations, rollEntries, rounds } from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import type { Mark } from '#db/vocabulary.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { findRound, slateOf } from './find-round.ts'
import { chunksOf } from './load-roll.ts'
import { round as machine } from './machine.ts'
import { readPlain } from './marks.ts'
import { phaseOf, type Round } from './phase.ts'
import { countHashOf, sortedBallots } from './published.ts'
import { sealHashOf } from './seal-hash.ts'

function checkClosed(round: Round, now: Date) {
  const phase = phaseOf(round, now)
  if (phase === 'waiting' || phase === 'open') throw new Refusal('conflict', 'round-not-closed-yet')
}

/** Seal, roll and box must agree before a single ballot is opened. */
async function checkBox(tx: Tx, round: Round) {
  if ((await sealHashOf(tx, round)) !== round.sealHash) throw new Refusal('conflict', 'seal-broken')
  const ofRound = eq(participations.roundId, round.id)
  const voted = await tx.$count(participations, and(ofRound, isNull(participations.spoiled)))
  const linked = await tx
    .select({ n: count() })
    .from(ballotLinks)
    .innerJoin(
      rollEntries,
      and(eq(rollEntries.id, ballotLinks.rollEntryId), eq(rollEntries.roundId, round.id)),
    )
    .innerJoin(ballots, and(eq(ballots.id, ballotLinks.ballotId), eq(ballots.roundId, round.id)))
  const boxed = await tx.$count(ballots, eq(ballots.roundId, round.id))
  if (voted !== boxed || linked[0]!.n !== boxed)
    throw new Refusal('conflict', 'box-does-not-match', { voted, boxed, linked: linked[0]!.n })
}

/** From here on nobody can say whose ballot is whose. */
async function destroyLinks(tx: Tx, roundId: string) {
  const entries = await tx
    .select({ id: rollEntries.id })
    .from(rollEntries)
    .where(eq(rollEntries.roundId, roundId))
  for (const some of chunksOf(entries))
    await tx.delete(ballotLinks).where(
      inArray(
        ballotLinks.rollEntryId,
        some.map((e) => e.id),
      ),
    )
}

async function openBallots(tx: Tx, ctx: Context, round: Round): Promise<Mark[][]> {
  const slate = await slateOf(tx, round.id)
  const sealed = await tx.select().from(ballots).where(eq(ballots.roundId, round.id))
  const opened = sealed.map((ballot) => {
    const whole = sha256(ballot.sealed) === ballot.sealHash
    const plain = whole ? ctx.vault.readableWith(round.keyWrapped!, ballot.sealed, round.id) : null
    if (plain === null)
      throw new Refusal('conflict', 'ballot-tampered', { hash: ballot.sealHash.slice(0, 12) })
    const marks = readPlain(round, slate, plain)
    if (!marks) throw new Refusal('conflict', 'ballot-tampered', { hash: ballot.sealHash.slice(0, 12) })
    return marks
  })
  return sortedBallots(opened)
}

/** 开票: after the close. Links are destroyed first, then every ballot is opened, sorted and kept; the key is forgotten. */
export const countRound = (ctx: Context, { roundId }: { roundId: string }) =>
  ctx.transact(async (tx) => {
    const was = await findRound(tx, roundId)
    authorize(ctx.actor, 'round.count', was)
    machine.next(was.state, 'count')
    checkClosed(was, ctx.clock.now())
    await checkBox(tx, was)
    await destroyLinks(tx, roundId)
    const opened = await openBallots(tx, ctx, was)
    const rows = opened.map((choices, i) => ({ roundId, ordinal: i + 1, choices }))
    for (const some of chunksOf(rows)) await tx.insert(openedBallots).values(some)
    const countHash = countHashOf(opened)
    await move(tx, rounds, machine, was, 'count', { countedAt: ctx.clock.now(), countHash, keyWrapped: null })
    await record(tx, ctx, 'round.count', { subject: roundId }, { ballots: opened.length, countHash })
    return { id: roundId }
  })

/** 监票: a member of 居务监督委员会 writes himself down as present, after the close and before the count. */
export const witnessCount = (ctx: Context, { roundId }: { roundId: string }) =>
  ctx.transact(async (tx) => {
    const was = await findRound(tx, roundId)
    authorize(ctx.actor, 'round.witness', was)
    if (was.state !== 'sealed') throw new Refusal('conflict', 'not-before-the-count')
    checkClosed(was, ctx.clock.now())
    const present = { witnessId: ctx.actor.personId, witnessedAt: ctx.clock.now() }
    await tx.update(rounds).set(present).where(eq(rounds.id, roundId))
    await record(tx, ctx, 'round.witness', { subject: roundId })
    return { id: roundId }
  })

/** The opened ballots in their published order. */
export const ballotsOf = async (db: Reader, roundId: string): Promise<Mark[][]> => {
  const found = await db
    .select({ choices: openedBallots.choices })
    .from(openedBallots)
    .where(eq(openedBallots.roundId, roundId))
    .orderBy(asc(openedBallots.ordinal))
  return found.map((ballot) => ballot.choices)
}
