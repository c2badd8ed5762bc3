import { eq, inArray } from 'drizzle-orm'
import { printedShare } from '#app/ports/trustee-keys.ts'
import { roundBoxes, trustees } from '#db/schema/index.ts'
import type { Context } from '../../../context.ts'
import { record } from '../../../journal.ts'
import { authorize } from '../../../policy/index.ts'
import { Refusal } from '../../../refusal.ts'
import { findRound } from '../find-round.ts'
import { myTrusteeship, probe } from './confirm-trustee.ts'
import { countGuess, forgiveGuesses } from './count-guess.ts'
import type { TwoKeys } from './forms.ts'
import { joinKey, shareOf } from './join-key.ts'

/** 演练: two of the three open a test ballot; before the seal this is required, at any time before the count it may be repeated. */
export async function tryKey(ctx: Context, { roundId, ...keys }: TwoKeys & { roundId: string }) {
  const round = await findRound(ctx.db, roundId)
  authorize(ctx.actor, 'round.try_key', round)
  if (round.state !== 'draft' && round.state !== 'sealed')
    throw new Refusal('conflict', 'not-before-the-count')
  const { key, box, pair } = await joinKey(ctx, ctx.db, roundId, keys)
  const read = ctx.vault.opener(key)(box.probe, probe.bound(roundId))
  key.fill(0)
  if (read !== probe.words) throw new Refusal('conflict', 'shares-do-not-fit')
  return ctx.transact(async (tx) => {
    authorize(ctx.actor, 'round.try_key', await findRound(tx, roundId))
    const triedAt = ctx.clock.now()
    await tx.update(roundBoxes).set({ triedAt }).where(eq(roundBoxes.roundId, roundId))
    const both = inArray(
      trustees.id,
      pair.map((t) => t.id),
    )
    await tx.update(trustees).set({ triedAt, shareOffered: null, offeredAt: null }).where(both)
    await record(tx, ctx, 'round.try_key', { subject: roundId })
    return { id: roundId }
  })
}

/** 打印份额: shown to its trustee alone, against his passphrase, for the safe. */
export async function takeShare(
  ctx: Context,
  { roundId, passphrase }: { roundId: string; passphrase: string },
) {
  const mine = await myTrusteeship(ctx.db, ctx, roundId)
  if (!mine.shareSealed) throw new Refusal('conflict', 'key-not-made')
  await countGuess(ctx, mine.id)
  const share = await shareOf(ctx, mine, passphrase)
  await forgiveGuesses(ctx, mine.id)
  await ctx.transact(async (tx) => {
    await tx.update(trustees).set({ printedAt: ctx.clock.now() }).where(eq(trustees.id, mine.id))
    await record(tx, ctx, 'trustee.print_share', { subject: roundId })
    return { id: roundId }
  })
  return { share: printedShare(share) }
}
