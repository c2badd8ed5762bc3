import { eq } from 'drizzle-orm'
import { openUnderShare } from '#app/ports/share-probe.ts'
import { printedShare, readShare } from '#app/ports/trustee-keys.ts'
import { tenderKeepers } from '#db/schema/index.ts'
import { countGuess, forgiveGuesses } from '../../ask/vote/trustees/count-guess.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { notify } from '../../notify.ts'
import { Refusal } from '../../refusal.ts'
import { findCall } from '../proposal/find-call.ts'
import { myKeepership } from './confirm-keeper.ts'
import { keepersOf, probe, shareBound, sharesOf } from './find-keepers.ts'
import { noteWrongWords, shareOf } from './join-shares.ts'

type Own = { tenderId: string; passphrase: string }

/** Both shares of a keeper where there are two envelopes; the guess is counted first. */
async function ownShares(ctx: Context, { tenderId, passphrase }: Own) {
  const mine = await myKeepership(ctx.db, ctx, tenderId)
  const kept = await sharesOf(ctx.db, mine.id)
  if (kept.length === 0) throw new Refusal('conflict', 'call-key-not-made')
  await countGuess(ctx, mine.id)
  return { mine, kept, passphrase }
}

/** 打印份额: shown to its keeper alone, against his passphrase, for the safe. */
export async function printShare(ctx: Context, own: Own) {
  const { mine, kept } = await ownShares(ctx, own)
  const shares: Array<{ envelope: string; share: string }> = []
  for (const { envelope } of kept)
    shares.push({ envelope, share: printedShare(await shareOf(ctx, mine, envelope, own.passphrase)) })
  await forgiveGuesses(ctx, mine.id)
  await ctx.transact(async (tx) => {
    await tx.update(tenderKeepers).set({ printedAt: ctx.clock.now() }).where(eq(tenderKeepers.id, mine.id))
    await record(tx, ctx, 'keeper.print_share', { subject: own.tenderId })
    return { id: own.tenderId }
  })
  return { shares }
}

/** 按季验证: with passphrase or printed sheet a keeper opens test words under his share alone; nothing else is opened. */
export async function proveShare(ctx: Context, own: Own) {
  const { mine, kept } = await ownShares(ctx, own)
  const printed = readShare(own.passphrase)
  const opens = (share: Buffer, { envelope, shareProbe }: (typeof kept)[number]) =>
    openUnderShare(share, shareBound(mine, envelope), shareProbe) === probe.words
  if (printed && !kept.some((one) => opens(printed, one))) {
    await noteWrongWords(ctx, own.tenderId, [mine])
    throw new Refusal('invalid', 'passphrase-wrong', { name: mine.name })
  }
  for (const one of printed ? [] : kept)
    if (!opens(await shareOf(ctx, mine, one.envelope, own.passphrase), one))
      throw new Refusal('conflict', 'call-shares-do-not-fit')
  await forgiveGuesses(ctx, mine.id)
  return ctx.transact(async (tx) => {
    const provedAt = ctx.clock.now()
    await tx.update(tenderKeepers).set({ provedAt, lostAt: null }).where(eq(tenderKeepers.id, mine.id))
    await record(tx, ctx, 'keeper.prove', { subject: own.tenderId }, { kind: mine.kind })
    return { id: own.tenderId }
  })
}

/** 报失: neither passphrase nor sheet is left. With two lost nobody can open, and the buyer is told to begin again. */
export const reportLost = (ctx: Context, { tenderId }: { tenderId: string }) =>
  ctx.transact(async (tx) => {
    const mine = await myKeepership(tx, ctx, tenderId)
    const call = await findCall(tx, tenderId)
    await tx.update(tenderKeepers).set({ lostAt: ctx.clock.now() }).where(eq(tenderKeepers.id, mine.id))
    const lost = (await keepersOf(tx, tenderId)).filter((k) => k.lostAt).length
    await record(tx, ctx, 'keeper.report_lost', { subject: tenderId, threadId: call.planId }, { lost })
    for (const role of ['street_handler', 'district_handler'] as const)
      await notify(
        tx,
        ctx,
        { role, partyId: call.buyerId },
        lost > 1 ? 'call-key-gone' : 'share-lost',
        `/desk/tenders/${tenderId}/key`,
        { name: call.title },
      )
    return { id: tenderId }
  })
