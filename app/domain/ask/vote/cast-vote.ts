import { and, eq } from 'drizzle-orm'
import { rollEntries } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Mark, spoiledReasons } from '#db/vocabulary.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { nobody } from '../../who/actor.ts'
import { findRound, helperBodies } from './find-round.ts'
import { checkHelp } from './help-limit.ts'
import { checkOpen, entryByCode } from './identify-voter.ts'
import type { Round } from './phase.ts'
import { takeOutBallot } from './place-ballot.ts'
import { spacedReceipt } from './slip-code.ts'
import { type Channel, castIn, type Entry, takePart } from './take-part.ts'
import { marksIn, type TypedBallot } from './typed-marks.ts'

type Own = { roundId: string; entryId: string; choices: readonly Mark[]; blank?: boolean | undefined }
/** A voter's own ballot, from his own paper. Who took part is journalled without a name; the choices are nowhere but in the sealed ballot. */
export async function castOwn(tx: Tx, ctx: Context, input: Own, channel: 'phone' | 'kiosk') {
  const round = await findRound(tx, input.roundId)
  authorize(ctx.actor, 'ballot.cast', round)
  checkOpen(round, ctx.clock.now())
  const ofRound = and(eq(rollEntries.id, input.entryId), eq(rollEntries.roundId, round.id))
  const [entry] = await tx.select().from(rollEntries).where(ofRound)
  if (!entry) throw new Refusal('invalid', 'not-on-the-roll')
  await castIn(tx, ctx, round, entry, { ...input, channel, helperId: null })
  await record(tx, { ...ctx, actor: nobody }, 'ballot.cast', { subject: round.id }, { channel })
  return { id: round.id }
}
/** 投票: by telephone or any browser. */
export const castVote = (ctx: Context, input: Own) => ctx.transact((tx) => castOwn(tx, ctx, input, 'phone'))

/** What every helper's act begins with: the time, the seat, the slip's code. */
async function atTheDesk(tx: Tx, ctx: Context, input: { roundId: string; code: string }) {
  const round = await findRound(tx, input.roundId)
  authorize(ctx.actor, 'ballot.assist', { bodies: await helperBodies(tx, round.communityId) })
  checkOpen(round, ctx.clock.now())
  return { round, entry: await entryByCode(tx, ctx, round.id, input.code) }
}
type Told = { round: Round; entry: Entry; receiptNo: string }
/** Whoever is known by telephone hears that a ballot of his was put in by somebody else, and under which number. */
export async function tellVoter(tx: Tx, ctx: Context, { round, entry, receiptNo }: Told) {
  if (!entry.personId || entry.personId === ctx.actor.personId) return
  const receipt = spacedReceipt(receiptNo)
  const to = { personId: entry.personId }
  const told = { name: round.name, receipt }
  const word = { message: 'sms.voted-for-you', params: { receipt } }
  await notify(tx, ctx, to, 'voted-for-you', `/votes/${round.id}/counted`, told, word)
}

type Assist = {
  roundId: string
  code: string
  channel: Extract<Channel, 'desk' | 'assisted'>
  choices: readonly Mark[]
  blank?: boolean | undefined
}
/** 代录: at the desk or at somebody's home, with the voter's slip; the helper stays on record. Paper is read by two. */
export const castFor = (ctx: Context, input: Assist) =>
  ctx.transact(async (tx) => {
    const { round, entry } = await atTheDesk(tx, ctx, input)
    await checkHelp(tx, ctx, { roundId: round.id, entryId: entry.id, channel: input.channel })
    const receiptNo = await castIn(tx, ctx, round, entry, { ...input, helperId: ctx.actor.personId })
    await record(tx, ctx, 'ballot.assist', { subject: round.id }, { channel: input.channel })
    await tellVoter(tx, ctx, { round, entry, receiptNo })
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

type Reason = (typeof spoiledReasons)[number]
/** The sheet of a place on the roll is void: it took part, and no ballot of it is in the box. */
export async function spoilIn(tx: Tx, ctx: Context, entry: Entry, reason: Reason): Promise<string> {
  const receiptNo = await takePart(tx, ctx, entry, {
    channel: 'paper',
    helperId: ctx.actor.personId,
    spoiled: reason,
  })
  await takeOutBallot(tx, entry.id)
  return receiptNo
}
