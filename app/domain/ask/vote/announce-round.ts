import { and, eq } from 'drizzle-orm'
import { roundItems, rounds } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { followNeeds } from '../need/follow-needs.ts'
import { ballotsOf } from './count-round.ts'
import { recount } from './find-result.ts'
import { findRound } from './find-round.ts'
import { round as machine } from './machine.ts'
import { countHashOf } from './published.ts'

/** 公布: each need learns its outcome and goes on, selected or passed over with the reason. */
export const announceRound = (ctx: Context, { roundId }: { roundId: string }) =>
  ctx.transact(async (tx) => {
    const was = await findRound(tx, roundId)
    authorize(ctx.actor, 'round.announce', was)
    machine.next(was.state, 'announce')
    if (countHashOf(await ballotsOf(tx, roundId)) !== was.countHash)
      throw new Refusal('conflict', 'count-broken')
    const { slate, tally } = await recount(tx, was)
    for (const { id, outcome } of tally.steps) {
      const item = slate.find((s) => s.refNo === id)!
      const won = outcome === 'selected'
      const own = and(eq(roundItems.roundId, roundId), eq(roundItems.needId, item.needId))
      await tx
        .update(roundItems)
        .set({ outcome, reason: won ? null : outcome })
        .where(own)
      await followNeeds(
        tx,
        ctx,
        [item.needId],
        won ? 'select' : 'pass_over',
        won ? undefined : `vote.outcome.${outcome}`,
      )
    }
    await move(tx, rounds, machine, was, 'announce', { announcedAt: ctx.clock.now() })
    await record(tx, ctx, 'round.announce', { subject: roundId }, { selected: tally.selected.length })
    const link = `/votes/${roundId}/result`
    await notify(tx, ctx, { role: 'street_handler', partyId: was.streetId }, 'round-announced', link, {
      name: was.name,
    })
    return { id: roundId }
  })
