import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { rounds } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { checkClosed } from './close-box.ts'
import { findRound } from './find-round.ts'
import type { Round } from './phase.ts'

/** Nothing is opened before the lot is drawn, so that nobody can choose it to fit the count. */
export function checkLot(round: Round): void {
  if (round.tieOrder === 'lot' && !round.lotSeed) throw new Refusal('conflict', 'lot-not-drawn')
}

/** 抽签: once, after the close and before the count; the seed stands in the journal and on the round's page at once. */
export const drawRoundLot = (ctx: Context, { roundId }: { roundId: string }) =>
  ctx.transact(async (tx) => {
    const was = await findRound(tx, roundId)
    authorize(ctx.actor, 'round.draw_lot', was)
    if (was.tieOrder !== 'lot') throw new Refusal('conflict', 'no-lot-here')
    if (was.lotSeed) throw new Refusal('conflict', 'lot-drawn')
    checkClosed(was, ctx.clock.now())
    const lotSeed = randomBytes(16).toString('hex')
    await tx.update(rounds).set({ lotSeed, lotAt: ctx.clock.now() }).where(eq(rounds.id, roundId))
    await record(tx, ctx, 'round.draw_lot', { subject: roundId }, { lotSeed })
    return { id: roundId }
  })
