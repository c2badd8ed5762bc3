import { asc, eq } from 'drizzle-orm'
import { openedBallots, rounds } from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import type { Mark } from '#db/vocabulary.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { checkClosed, wholeBallots } from './close-box.ts'
import { checkLot } from './draw-lot.ts'
import { findRound, findRoundWritten, slateOf } from './find-round.ts'
import { rootOf } from './inclusion.ts'
import { chunksOf } from './load-roll.ts'
import { round as machine } from './machine.ts'
import { sealHashOf } from './manifest.ts'
import { readPlain } from './marks.ts'
import type { Round } from './phase.ts'
import { countHashOf, sortedBallots } from './published.ts'
import { boxOf, type Trustee } from './trustees/find-trustees.ts'
import { forgetKey } from './trustees/forget-key.ts'
import type { TwoKeys } from './trustees/forms.ts'
import { joinKey } from './trustees/join-key.ts'

/** The round's key, and which of its trustees brought it by a passphrase of their own. */
type Keys = { key: Buffer; present: readonly Trustee[] }

/** The box as it was closed: its root and its number, ballot for ballot. */
async function checkedBox(db: Reader, round: Round) {
  const box = await boxOf(db, round.id)
  if (!box?.closedAt) throw new Refusal('conflict', 'box-not-closed')
  if ((await sealHashOf(db, round)) !== round.sealHash) throw new Refusal('conflict', 'seal-broken')
  const sealed = await wholeBallots(db, round.id)
  if (sealed.length !== box.leaves || rootOf(sealed.map((b) => b.sealHash)) !== box.root)
    throw new Refusal('conflict', 'box-changed')
  return sealed
}

async function openBallots(tx: Tx, ctx: Context, round: Round, key: Buffer): Promise<Mark[][]> {
  const slate = await slateOf(tx, round.id)
  const open = ctx.vault.opener(key)
  const opened = (await checkedBox(tx, round)).map(({ sealed, sealHash }) => {
    const plain = open(sealed, round.id)
    const marks = plain === null ? null : readPlain(round, slate, plain)
    if (!marks) throw new Refusal('conflict', 'ballot-tampered', { hash: sealHash.slice(0, 12) })
    return marks
  })
  return sortedBallots(opened)
}

/** 监票: the trustee of 居务监督委员会 who typed his own passphrase was there, whether or not he wrote himself down. */
const witnessIn = ({ witnessId }: Round, present: readonly Trustee[], at: Date) => {
  const there = present.find(({ kind }) => kind === 'supervision')
  return witnessId || !there ? {} : { witnessId: there.personId, witnessedAt: at }
}

async function openAll(tx: Tx, ctx: Context, roundId: string, { key, present }: Keys) {
  const was = await findRound(tx, roundId)
  authorize(ctx.actor, 'round.count', was)
  machine.next(was.state, 'count')
  checkClosed(was, ctx.clock.now())
  const opened = await openBallots(tx, ctx, was, key)
  const rows = opened.map((choices, i) => ({ roundId, ordinal: i + 1, choices }))
  for (const some of chunksOf(rows)) await tx.insert(openedBallots).values(some)
  const countHash = countHashOf(opened)
  const countedAt = ctx.clock.now()
  const witness = witnessIn(was, present, countedAt)
  await move(tx, rounds, machine, was, 'count', { countedAt, countHash, keyWrapped: null, ...witness })
  await forgetKey(tx, roundId)
  await record(
    tx,
    ctx,
    'round.count',
    { subject: roundId },
    { ballots: opened.length, countHash, present: present.map(({ kind }) => kind) },
  )
  return { id: roundId }
}

const keysOf = async (ctx: Context, round: Round, keys: TwoKeys | null): Promise<Keys> => {
  if (round.level === 'L0') return { key: ctx.vault.unwrapped(round.keyWrapped ?? ''), present: [] }
  if (!keys) throw new Refusal('invalid', 'two-trustees-needed')
  return joinKey(ctx, ctx.db, round.id, keys)
}

/** 开票: the box is closed; two trustees put the key together for this one act, every ballot is opened, sorted and kept, the key forgotten. */
export async function countRound(ctx: Context, { roundId, keys }: { roundId: string; keys: TwoKeys | null }) {
  const round = await findRound(ctx.db, roundId)
  authorize(ctx.actor, 'round.count', round)
  machine.next(round.state, 'count')
  checkClosed(round, ctx.clock.now())
  checkLot(round)
  if (!(await boxOf(ctx.db, roundId))?.closedAt) throw new Refusal('conflict', 'box-not-closed')
  const found = await keysOf(ctx, round, keys)
  return ctx.transact((tx) => openAll(tx, ctx, roundId, found)).finally(() => found.key.fill(0))
}

/** 监票: a member of 居务监督委员会 writes himself down as present, after the close and before the count. */
export const witnessCount = (ctx: Context, { roundId }: { roundId: string }) =>
  ctx.transact(async (tx) => {
    const was = await findRoundWritten(tx, roundId)
    authorize(ctx.actor, 'round.witness', was)
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
