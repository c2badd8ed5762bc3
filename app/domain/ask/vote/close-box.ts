import { and, asc, count, eq, inArray, isNull } from 'drizzle-orm'
import { sha256 } from '#app/ports/vault.ts'
import {
  ballotLinks,
  ballots,
  participations,
  rollEntries,
  roundBoxes,
  supersededBallots,
} from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { findRound } from './find-round.ts'
import { checkSettled } from './household-claims.ts'
import { rootOf } from './inclusion.ts'
import { chunksOf } from './load-roll.ts'
import { sealHashOf } from './manifest.ts'
import { phaseOf, type Round } from './phase.ts'
import { checkSheets } from './sheets/check-sheets.ts'
import { forgetAllReadings } from './sheets/read-sheet.ts'
import { setAsideInterested } from './sign-ballot.ts'
import { boxOf } from './trustees/find-trustees.ts'

export function checkClosed(round: Round, now: Date) {
  if (round.state !== 'sealed') throw new Refusal('conflict', 'not-before-the-count')
  if (phaseOf(round, now) !== 'closed') throw new Refusal('conflict', 'round-not-closed-yet')
}

/** Seal, roll and box must agree before the box is closed. */
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

/** From here on nobody can say whose ballot is whose, nor what anybody read on a sheet. */
export async function forgetWhose(tx: Tx, roundId: string) {
  await destroyLinks(tx, roundId)
  await forgetAllReadings(tx, roundId)
}

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

/** The ballots of a round by their hashes, each of them whole; a touched one is named. */
export async function wholeBallots(db: Reader, roundId: string) {
  const found = await db
    .select()
    .from(ballots)
    .where(eq(ballots.roundId, roundId))
    .orderBy(asc(ballots.sealHash))
  const touched = found.find((ballot) => sha256(ballot.sealed) !== ballot.sealHash)
  if (touched) throw new Refusal('conflict', 'ballot-tampered', { hash: touched.sealHash.slice(0, 12) })
  return found
}

/** Lays the rows down again in the order of their hashes: where a row lies tells nothing of when it came. */
async function layInOrder(tx: Tx, roundId: string, sorted: Awaited<ReturnType<typeof wholeBallots>>) {
  await tx.delete(ballots).where(eq(ballots.roundId, roundId))
  for (const some of chunksOf(sorted, 200)) await tx.insert(ballots).values(some)
  const replaced = await replacedOf(tx, roundId)
  await tx.delete(supersededBallots).where(eq(supersededBallots.roundId, roundId))
  const rows = replaced.map((leaf) => ({ leaf, roundId }))
  for (const some of chunksOf(rows)) await tx.insert(supersededBallots).values(some)
  return replaced
}

/** The hashes of ballots that later ones took the place of, sorted. */
export async function replacedOf(db: Reader, roundId: string): Promise<string[]> {
  const found = await db
    .select({ leaf: supersededBallots.leaf })
    .from(supersededBallots)
    .where(eq(supersededBallots.roundId, roundId))
    .orderBy(asc(supersededBallots.leaf))
  return found.map(({ leaf }) => leaf)
}
/** A published list of hashes: one a line, sorted. */
export const leafFile = (leaves: readonly string[]) => leaves.map((leaf) => `${leaf}\n`).join('')

/** 封箱: after the close. The root of all sealed ballots goes into the journal, and whose ballot is whose is destroyed. */
export async function closeBox(ctx: Context, { roundId }: { roundId: string }) {
  const closed = await close(ctx, roundId)
  await ctx.scrub()
  return closed
}

const close = (ctx: Context, roundId: string) =>
  ctx.transact(async (tx) => {
    const round = await findRound(tx, roundId)
    authorize(ctx.actor, 'round.close_box', round)
    checkClosed(round, ctx.clock.now())
    const before = await boxOf(tx, roundId)
    if (before?.closedAt) throw new Refusal('conflict', 'box-already-closed')
    await checkSettled(tx, roundId)
    await checkSheets(tx, roundId)
    await checkBox(tx, round)
    await setAsideInterested(tx, ctx, roundId)
    const sorted = await wholeBallots(tx, roundId)
    await forgetWhose(tx, roundId)
    const replaced = await layInOrder(tx, roundId, sorted)
    const closed = {
      closedAt: ctx.clock.now(),
      root: rootOf(sorted.map((ballot) => ballot.sealHash)),
      leaves: sorted.length,
      replaced: replaced.length,
      replacedHash: sha256(leafFile(replaced)),
    }
    const own = { roundId, publicKey: round.publicKey!, keyMadeAt: round.sealedAt!, probe: '' }
    await tx
      .insert(roundBoxes)
      .values({ ...own, ...closed })
      .onConflictDoUpdate({ target: roundBoxes.roundId, set: closed })
    const { closedAt: _at, ...told } = closed
    await record(tx, ctx, 'round.close_box', { subject: roundId }, told)
    return { id: roundId }
  })
