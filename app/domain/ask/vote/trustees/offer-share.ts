import { and, eq, isNotNull, ne } from 'drizzle-orm'
import { trustees } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../../context.ts'
import { record } from '../../../journal.ts'
import { notify } from '../../../notify.ts'
import { Refusal } from '../../../refusal.ts'
import { findRound } from '../find-round.ts'
import type { Round } from '../phase.ts'
import { myTrusteeship } from './confirm-trustee.ts'
import { countGuess, forgiveGuesses } from './count-guess.ts'
import { boundTo, type Trustee } from './find-trustees.ts'
import { shareOf } from './join-key.ts'
import { isOffered } from './offered-share.ts'

/** One share alone opens nothing; a second is never kept here, so at least one of the two is brought in person. */
async function checkAlone(tx: Tx, ctx: Context, mine: Trustee) {
  const others = and(
    eq(trustees.roundId, mine.roundId),
    ne(trustees.id, mine.id),
    isNotNull(trustees.shareOffered),
  )
  const found = await tx.select().from(trustees).where(others)
  const first = found.find((one) => isOffered(one, ctx.clock.now()))
  if (first) throw new Refusal('conflict', 'share-offered-already', { name: first.name })
  await tx.update(trustees).set({ shareOffered: null, offeredAt: null }).where(others)
}

const tell = (tx: Tx, ctx: Context, round: Round, { name }: Trustee) => {
  const closed = round.closesAt <= ctx.clock.now()
  const [role, page] = closed
    ? (['committee_director', 'count'] as const)
    : (['committee_clerk', 'key'] as const)
  const to = { role, partyId: round.committeeId }
  return notify(tx, ctx, to, 'share-offered', `/desk/rounds/${round.id}/${page}`, {
    who: name,
    name: round.name,
  })
}

/** 远程交出份额: a trustee who cannot come opens his share on his own page; it waits a short while for one other. */
export async function offerShare(
  ctx: Context,
  { roundId, passphrase }: { roundId: string; passphrase: string },
) {
  const mine = await myTrusteeship(ctx.db, ctx, roundId)
  if (!mine.shareSealed) throw new Refusal('conflict', 'key-not-made')
  await countGuess(ctx, mine.id)
  const share = await shareOf(ctx, mine, passphrase)
  await forgiveGuesses(ctx, mine.id)
  const shareOffered = ctx.vault.seal('offered-share', `${boundTo(mine)} ${share.toString('base64url')}`)
  share.fill(0)
  return ctx.transact(async (tx) => {
    const round = await findRound(tx, roundId)
    await myTrusteeship(tx, ctx, roundId)
    if (round.state !== 'draft' && round.state !== 'sealed')
      throw new Refusal('conflict', 'not-before-the-count')
    await checkAlone(tx, ctx, mine)
    await tx
      .update(trustees)
      .set({ shareOffered, offeredAt: ctx.clock.now() })
      .where(eq(trustees.id, mine.id))
    await record(tx, ctx, 'trustee.offer_share', { subject: roundId }, { of: mine.kind })
    await tell(tx, ctx, round, mine)
    return { id: roundId }
  })
}

/** 收回: the share no longer waits. */
export const withdrawShare = (ctx: Context, { roundId }: { roundId: string }) =>
  ctx.transact(async (tx) => {
    const mine = await myTrusteeship(tx, ctx, roundId)
    if (!isOffered(mine, ctx.clock.now())) throw new Refusal('conflict', 'no-share-offered')
    await tx.update(trustees).set({ shareOffered: null, offeredAt: null }).where(eq(trustees.id, mine.id))
    await record(tx, ctx, 'trustee.withdraw_share', { subject: roundId }, { of: mine.kind })
    return { id: roundId }
  })
