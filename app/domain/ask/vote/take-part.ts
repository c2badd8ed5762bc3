import { eq } from 'drizzle-orm'
import { participations, type rollEntries } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Mark, spoiledReasons, voteChannels } from '#db/vocabulary.ts'
import type { Context } from '../../context.ts'
import { dateOf, yearOf } from '../../dates.ts'
import { Refusal } from '../../refusal.ts'
import { checkChoices } from './choices.ts'
import { ballotItemsOf } from './find-round.ts'
import { checkClaims } from './household-claims.ts'
import type { Round } from './phase.ts'
import { placeBallot } from './place-ballot.ts'
import { newReceiptNo } from './slip-code.ts'

export type Channel = (typeof voteChannels)[number]
export type Entry = typeof rollEntries.$inferSelect
type Took = { channel: Channel; helperId: string | null; spoiled?: (typeof spoiledReasons)[number] }

const usedUp: Record<Exclude<Channel, 'phone'>, string> = {
  desk: 'voted-at-desk',
  assisted: 'voted-with-help',
  paper: 'voted-on-paper',
  kiosk: 'voted-at-kiosk',
}

/**
 * One right, one use: once used in person it is shut everywhere else, and only its own channel may change it, a sheet of
 * paper never. A telephone ballot gives way to one in person, for who stood behind the voter; a void sheet shuts nothing.
 */
function checkChannel(before: { channel: Channel; spoiled: string | null }, now: Channel) {
  if (before.channel === 'phone' || before.spoiled) return
  if (before.channel === now && now !== 'paper') return
  throw new Refusal('conflict', usedUp[before.channel])
}

/** Uses up a place on the roll, in whichever channel, and answers the receipt's number; or refuses with where it was used. */
export async function takePart(tx: Tx, ctx: Context, entry: Entry, took: Took): Promise<string> {
  await checkClaims(tx, entry.id, took.channel)
  const [before] = await tx.select().from(participations).where(eq(participations.rollEntryId, entry.id))
  if (before) checkChannel(before, took.channel)
  const receiptNo = newReceiptNo(yearOf(dateOf(ctx.clock.now())))
  const now = { channel: took.channel, helperId: took.helperId, receiptNo, spoiled: took.spoiled ?? null }
  await tx
    .insert(participations)
    .values({ rollEntryId: entry.id, roundId: entry.roundId, ...now })
    .onConflictDoUpdate({ target: participations.rollEntryId, set: now })
  return receiptNo
}

type Cast = { channel: Channel; helperId: string | null; choices: readonly Mark[]; blank?: boolean }
/** 投出一票: checks the marks, uses up the right and puts the sealed ballot in the box. */
export async function castIn(tx: Tx, ctx: Context, round: Round, entry: Entry, cast: Cast): Promise<string> {
  const slate = await ballotItemsOf(tx, round.id)
  const marks = checkChoices(round, slate, cast.choices, cast.blank)
  const receiptNo = await takePart(tx, ctx, entry, { channel: cast.channel, helperId: cast.helperId })
  await placeBallot(tx, ctx, { round, entryId: entry.id, slate, marks })
  return receiptNo
}
