import { and, eq, ne } from 'drizzle-orm'
import { participations, rollEntries } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Mark, spoiledReasons, voteChannels } from '#db/vocabulary.ts'
import type { Context } from '../../context.ts'
import { dateOf, yearOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { notify } from '../../notify.ts'
import { parameter } from '../../parameters.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { nobody } from '../../who/actor.ts'
import { checkChoices } from './choices.ts'
import { findRound, helperBodies, slateOf } from './find-round.ts'
import { checkClaims } from './household-claims.ts'
import { checkOpen, entryByCode } from './identify-voter.ts'
import type { Round } from './phase.ts'
import { placeBallot, takeOutBallot } from './place-ballot.ts'
import { newReceiptNo } from './slip-code.ts'
import { marksIn, type TypedBallot } from './typed-marks.ts'

type Channel = (typeof voteChannels)[number]
type Entry = typeof rollEntries.$inferSelect
type Took = { channel: Channel; helperId: string | null; spoiled?: (typeof spoiledReasons)[number] }

/** One right, one use: a paper or assisted ballot shuts the telephone, which may change only its own. */
async function takePart(tx: Tx, ctx: Context, entry: Entry, took: Took) {
  await checkClaims(tx, entry.id, took.channel)
  const [before] = await tx.select().from(participations).where(eq(participations.rollEntryId, entry.id))
  if (took.channel === 'phone' && before && before.channel !== 'phone')
    throw new Refusal('conflict', 'voted-elsewhere')
  const receiptNo = newReceiptNo(yearOf(dateOf(ctx.clock.now())))
  const now = { channel: took.channel, helperId: took.helperId, receiptNo, spoiled: took.spoiled ?? null }
  await tx
    .insert(participations)
    .values({ rollEntryId: entry.id, roundId: entry.roundId, ...now })
    .onConflictDoUpdate({ target: participations.rollEntryId, set: now })
}

/** 投票: from the voter's own paper. Who took part is journalled without a name; the choices are nowhere but in the sealed ballot. */
export const castVote = (
  ctx: Context,
  input: { roundId: string; entryId: string; choices: readonly Mark[]; blank?: boolean },
) =>
  ctx.transact(async (tx) => {
    const round = await findRound(tx, input.roundId)
    authorize(ctx.actor, 'ballot.cast', round)
    checkOpen(round, ctx.clock.now())
    const ofRound = and(eq(rollEntries.id, input.entryId), eq(rollEntries.roundId, round.id))
    const [entry] = await tx.select().from(rollEntries).where(ofRound)
    if (!entry) throw new Refusal('invalid', 'not-on-the-roll')
    const slate = await slateOf(tx, round.id)
    const marks = checkChoices(round, slate, input.choices, input.blank)
    await takePart(tx, ctx, entry, { channel: 'phone', helperId: null })
    await placeBallot(tx, ctx, { round, entryId: entry.id, slate, marks })
    await record(tx, { ...ctx, actor: nobody }, 'ballot.cast', { subject: round.id }, { channel: 'phone' })
    return { id: round.id }
  })

async function checkCap(tx: Tx, ctx: Context, round: Round, entry: Entry) {
  const { value } = await parameter(tx, 'ASSISTED_CAP', dateOf(ctx.clock.now()))
  const others = and(
    eq(participations.roundId, round.id),
    eq(participations.helperId, ctx.actor.personId!),
    eq(participations.channel, 'assisted'),
    ne(participations.rollEntryId, entry.id),
  )
  if ((await tx.$count(participations, others)) >= value)
    throw new Refusal('conflict', 'helped-too-many', { n: value })
}

/** What every helper's act begins with: the time, the seat, the slip's code. */
async function atTheDesk(tx: Tx, ctx: Context, input: { roundId: string; code: string }) {
  const round = await findRound(tx, input.roundId)
  authorize(ctx.actor, 'ballot.assist', { bodies: await helperBodies(tx, round.communityId) })
  checkOpen(round, ctx.clock.now())
  return { round, entry: await entryByCode(tx, ctx, round.id, input.code) }
}
async function tellVoter(tx: Tx, ctx: Context, round: Round, entry: Entry) {
  if (!entry.personId || entry.personId === ctx.actor.personId) return
  await notify(tx, ctx, { personId: entry.personId }, 'voted-for-you', `/votes/${round.id}/counted`, {
    name: round.name,
  })
}

type Assist = {
  roundId: string
  code: string
  channel: Exclude<Channel, 'phone'>
  choices: readonly Mark[]
  blank?: boolean
}
/** 代录: at the desk, at somebody's home, or from a paper sheet, with the voter's slip; the helper stays on record. */
export const castFor = (ctx: Context, input: Assist) =>
  ctx.transact(async (tx) => {
    const { round, entry } = await atTheDesk(tx, ctx, input)
    if (input.channel === 'assisted') await checkCap(tx, ctx, round, entry)
    const slate = await slateOf(tx, round.id)
    const marks = checkChoices(round, slate, input.choices, input.blank)
    await takePart(tx, ctx, entry, { channel: input.channel, helperId: ctx.actor.personId })
    await placeBallot(tx, ctx, { round, entryId: entry.id, slate, marks })
    await record(tx, ctx, 'ballot.assist', { subject: round.id }, { channel: input.channel })
    await tellVoter(tx, ctx, round, entry)
    return { id: round.id, entryId: entry.id }
  })

/** As `castFor`, from what the form of this round's kind of ballot sent. */
export async function castTyped(
  ctx: Context,
  { choices, points, ranks, blank, ...input }: Omit<Assist, 'choices' | 'blank'> & TypedBallot,
) {
  const { ballotKind } = await findRound(ctx.db, input.roundId)
  const marks = marksIn(ballotKind, { choices, points, ranks })
  return castFor(ctx, { ...input, choices: marks, blank: blank === 'yes' })
}

type Spoil = { roundId: string; code: string; reason: (typeof spoiledReasons)[number] }
/** 作废票: a sheet that cannot count is kept with its reason; its household took part all the same. */
export const spoilSheet = (ctx: Context, input: Spoil) =>
  ctx.transact(async (tx) => {
    const { round, entry } = await atTheDesk(tx, ctx, input)
    await takePart(tx, ctx, entry, { channel: 'paper', helperId: ctx.actor.personId, spoiled: input.reason })
    await takeOutBallot(tx, entry.id)
    await record(tx, ctx, 'ballot.spoil', { subject: round.id }, { reason: input.reason })
    await tellVoter(tx, ctx, round, entry)
    return { id: round.id, entryId: entry.id }
  })
