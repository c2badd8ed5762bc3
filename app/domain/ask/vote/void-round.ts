import { rounds } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { followNeeds } from '../need/follow-needs.ts'
import { forgetWhose } from './close-box.ts'
import { findRound, needsOn, slateOf } from './find-round.ts'
import { round as machine } from './machine.ts'
import { tellRoll } from './tell-roll.ts'
import { forgetKey } from './trustees/forget-key.ts'

/** 作废: ends a round with its ground; its needs are free again and a rerun is a new round. */
export async function voidRound(ctx: Context, wanted: { roundId: string; reason: string }) {
  const ended = await end(ctx, wanted)
  await ctx.scrub()
  return ended
}

const end = (ctx: Context, { roundId, reason }: { roundId: string; reason: string }) =>
  ctx.transact(async (tx) => {
    const was = await findRound(tx, roundId)
    authorize(ctx.actor, 'round.void', was)
    await move(tx, rounds, machine, was, 'void', { voidReason: reason, keyWrapped: null })
    await forgetKey(tx, roundId)
    await forgetWhose(tx, roundId)
    const slate = await slateOf(tx, roundId)
    await followNeeds(tx, ctx, needsOn(slate), 'unlist', reason)
    await record(tx, ctx, 'round.void', { subject: roundId }, { reason })
    await notify(
      tx,
      ctx,
      { role: 'committee_clerk', partyId: was.committeeId },
      'round-void',
      `/desk/rounds/${roundId}`,
      { name: was.name },
    )
    const told = { message: 'round-void-roll', link: `/votes/${roundId}`, params: { name: was.name, reason } }
    if (was.state !== 'draft') await tellRoll(tx, ctx, roundId, told)
    return { id: roundId }
  })
