import { and, eq } from 'drizzle-orm'
import { tenderKeepers, tenderShares } from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import { countGuess, forgiveGuesses } from '../../ask/vote/trustees/count-guess.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { Refusal } from '../../refusal.ts'
import { finalsPending } from '../evaluation/consultation/finals-pending.ts'
import { findCall } from '../proposal/find-call.ts'
import { myKeepership } from './confirm-keeper.ts'
import { dueEnvelope } from './due-envelope.ts'
import { type Envelope, type Keeper, keepersOf, lockOf, sharesOf } from './find-keepers.ts'
import { noteWrongWords, ownKeyOf, shareOf, wholeKey } from './join-shares.ts'

/** For how long a lent share opens: two people at two devices, in one sitting. */
export const lentMinutes = 30
export const isLent = ({ lentAt }: Pick<Keeper, 'lentAt'>, now: Date) =>
  lentAt !== null && now.getTime() - lentAt.getTime() < lentMinutes * 60_000

const lentBound = (from: Keeper, to: Keeper, envelope: Envelope) =>
  `${lockOf(from)}:${envelope}:lent:${to.personId}`

async function lent(tx: Tx, ctx: Context, mine: Keeper, envelope: Envelope, share: Buffer) {
  const others = (await keepersOf(tx, mine.tenderId)).filter((k) => k.id !== mine.id)
  const sealed = others.map((other) => [
    other.id,
    ctx.vault.sealTo(other.publicKey!, share.toString('base64url'), lentBound(mine, other, envelope)),
  ])
  const own = (await sharesOf(tx, mine.id)).find((one) => one.envelope === envelope)!
  await tx
    .update(tenderShares)
    .set({ lent: Object.fromEntries(sealed) })
    .where(eq(tenderShares.id, own.id))
}

type Own = { tenderId: string; passphrase: string }
/** 交出份额: the first keeper seals his share to the other two, each of whom needs his own words to use it; the server can open it with neither. */
export async function lendShare(ctx: Context, { tenderId, passphrase }: Own) {
  const mine = await myKeepership(ctx.db, ctx, tenderId)
  const envelope = await dueEnvelope(ctx.db, ctx, await findCall(ctx.db, tenderId))
  await countGuess(ctx, mine.id)
  const share = await shareOf(ctx, mine, envelope, passphrase)
  await forgiveGuesses(ctx, mine.id)
  return ctx.transact(async (tx) => {
    await dueEnvelope(tx, ctx, await findCall(tx, tenderId))
    await lent(tx, ctx, mine, envelope, share)
    share.fill(0)
    await tx.update(tenderKeepers).set({ lentAt: ctx.clock.now() }).where(eq(tenderKeepers.id, mine.id))
    await record(tx, ctx, 'keeper.lend_share', { subject: tenderId }, { kind: mine.kind, envelope })
    return { id: tenderId }
  })
}

/** Who has lent his share within the minutes, and to whom the actor's own words open it. */
async function lender(db: Reader, ctx: Context, mine: Keeper) {
  const now = ctx.clock.now()
  const found = (await keepersOf(db, mine.tenderId)).find((k) => k.id !== mine.id && isLent(k, now))
  if (!found) throw new Refusal('conflict', 'no-share-lent', { n: lentMinutes })
  return found
}

/** The whole key of a share that was lent and the actor's own, both opened by his passphrase alone. */
export async function joinLent(ctx: Context, envelope: Envelope, { tenderId, passphrase }: Own) {
  const mine = await myKeepership(ctx.db, ctx, tenderId)
  const other = await lender(ctx.db, ctx, mine)
  await countGuess(ctx, mine.id)
  const own = await ownKeyOf(mine, passphrase)
  if (!own) {
    await noteWrongWords(ctx, tenderId, [mine])
    throw new Refusal('invalid', 'passphrase-wrong', { name: mine.name })
  }
  const kept = (await sharesOf(ctx.db, other.id)).find((one) => one.envelope === envelope)
  const theirs = ctx.vault.opener(own)(kept?.lent?.[mine.id] ?? '', lentBound(other, mine, envelope))
  own.fill(0)
  if (theirs === null) throw new Refusal('conflict', 'no-share-lent', { n: lentMinutes })
  const two = [await shareOf(ctx, mine, envelope, passphrase), Buffer.from(theirs, 'base64url')]
  const key = await wholeKey(ctx, tenderId, envelope, two, [mine, other])
  await forgiveGuesses(ctx, mine.id)
  return { key, pair: [other, mine] as const }
}

/** Nothing lent outlives the act it was lent for. */
export async function takeBackLent(tx: Tx, tenderId: string) {
  for (const { id } of await keepersOf(tx, tenderId)) {
    await tx.update(tenderShares).set({ lent: null }).where(eq(tenderShares.keeperId, id))
    await tx.update(tenderKeepers).set({ lentAt: null }).where(eq(tenderKeepers.id, id))
  }
}

/** A call that ends while final offers are awaited: not one of them can be opened any more. */
export const forgetUnopenedFinals = async (
  tx: Tx,
  call: Parameters<typeof finalsPending>[0] & { id: string },
) => {
  if (finalsPending(call)) await forgetFinalShares(tx, call.id)
}

/** The shares of the second key go, and what was sent stays sealed for good; the first opening can still be checked. */
async function forgetFinalShares(tx: Tx, tenderId: string) {
  await takeBackLent(tx, tenderId)
  for (const { id } of await keepersOf(tx, tenderId))
    await tx
      .delete(tenderShares)
      .where(and(eq(tenderShares.keeperId, id), eq(tenderShares.envelope, 'final')))
}

/** 作废: where nothing may ever be opened, the shares kept here go, and what was sent stays sealed for good. */
export async function forgetShares(tx: Tx, tenderId: string) {
  for (const { id } of await keepersOf(tx, tenderId)) {
    await tx.delete(tenderShares).where(eq(tenderShares.keeperId, id))
    await tx.update(tenderKeepers).set({ keyLocked: null, lentAt: null }).where(eq(tenderKeepers.id, id))
  }
}
