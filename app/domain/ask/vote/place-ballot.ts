import { and, asc, eq, gte } from 'drizzle-orm'
import { sha256 } from '#app/ports/vault.ts'
import { newId } from '#db/dialect.ts'
import { ballotLinks, ballots, supersededBallots } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Mark } from '#db/vocabulary.ts'
import type { Context } from '../../context.ts'
import type { BallotItem } from './find-round.ts'
import { longestPlain, plainOf } from './marks.ts'
import type { Round } from './phase.ts'

type Sealed = { id: string; sealed: string; sealHash: string }

/** Seals the marks to the round's key; every ballot of a round is as long as any other. */
function sealMarks(ctx: Context, round: Round, slate: readonly BallotItem[], marks: readonly Mark[]) {
  const plain = plainOf(round, slate, marks).padEnd(longestPlain(round, slate))
  const sealed = ctx.vault.sealTo(round.publicKey!, plain, round.id)
  return { sealed, sealHash: sha256(sealed) }
}

/**
 * Puts a new ballot where a chance one lay and that one at the end, as when shuffling cards: the order in which the rows
 * lie says nothing about the order in which people voted.
 */
async function shuffleIn(tx: Tx, roundId: string, ballot: Sealed) {
  const [other] = await tx
    .select()
    .from(ballots)
    .where(and(eq(ballots.roundId, roundId), gte(ballots.id, newId())))
    .orderBy(asc(ballots.id))
    .limit(1)
  if (other) await tx.update(ballots).set(ballot).where(eq(ballots.id, other.id))
  await tx.insert(ballots).values(other ?? { ...ballot, roundId })
}

/** Keeps the hash of a ballot that leaves the box, shuffled in among the others that did. */
async function supersede(tx: Tx, ballotId: string) {
  const [left] = await tx
    .select({ leaf: ballots.sealHash, roundId: ballots.roundId })
    .from(ballots)
    .where(eq(ballots.id, ballotId))
  if (!left) return
  const [other] = await tx
    .select()
    .from(supersededBallots)
    .where(and(eq(supersededBallots.roundId, left.roundId), gte(supersededBallots.leaf, sha256(newId()))))
    .orderBy(asc(supersededBallots.leaf))
    .limit(1)
  if (other) await tx.update(supersededBallots).set(left).where(eq(supersededBallots.leaf, other.leaf))
  await tx.insert(supersededBallots).values(other ?? left)
}

/** 入箱: a first ballot goes in sealed; a later one of the same voter takes its place. */
export async function placeBallot(
  tx: Tx,
  ctx: Context,
  at: { round: Round; entryId: string; slate: readonly BallotItem[]; marks: readonly Mark[] },
) {
  const ballot = sealMarks(ctx, at.round, at.slate, at.marks)
  const [link] = await tx.select().from(ballotLinks).where(eq(ballotLinks.rollEntryId, at.entryId))
  if (link) {
    await supersede(tx, link.ballotId)
    await tx.update(ballots).set(ballot).where(eq(ballots.id, link.ballotId))
    return
  }
  const ballotId = newId()
  await shuffleIn(tx, at.round.id, { id: ballotId, ...ballot })
  await tx.insert(ballotLinks).values({ rollEntryId: at.entryId, ballotId })
}

/** Takes a voter's ballot out of the box: his sheet was spoiled after all. */
export async function takeOutBallot(tx: Tx, entryId: string) {
  const [link] = await tx.select().from(ballotLinks).where(eq(ballotLinks.rollEntryId, entryId))
  if (!link) return
  await tx.delete(ballotLinks).where(eq(ballotLinks.rollEntryId, entryId))
  await supersede(tx, link.ballotId)
  await tx.delete(ballots).where(eq(ballots.id, link.ballotId))
}
