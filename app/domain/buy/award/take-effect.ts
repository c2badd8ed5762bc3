import { awards, proposals } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { Refusal } from '../../refusal.ts'
import { refuseHeld } from '../challenge/holds.ts'
import { proposal as proposalMachine } from '../proposal/machine.ts'
import { tellFollowers } from '../tender/follow-tender.ts'
import { type AwardFacts, findAward } from './find-award.ts'
import { award as machine } from './machine.ts'

/** 成交生效: the time for objections is over and none is being looked into; a contract may be drawn on it. */
export async function takeEffect(tx: Tx, ctx: Context, awardId: string): Promise<AwardFacts> {
  const was = await findAward(tx, awardId)
  if (was.state === 'effective') return was
  machine.next(was.state, 'take_effect')
  const ends = was.windowEndsAt!
  if (ctx.clock.now() < ends)
    throw new Refusal('conflict', 'objection-window-open', { date: dateOf(new Date(ends.getTime() - 1)) })
  await refuseHeld(tx, was.tenderId, ctx.clock.now())
  await move(tx, awards, machine, was, 'take_effect')
  await record(tx, ctx, 'award.take_effect', { subject: awardId, threadId: was.planId })
  return { ...was, state: 'effective' }
}

/** The award ends and its proposal steps back into the ranking's past: the next in rank may be put forward. */
export async function end(
  tx: Tx,
  ctx: Context,
  was: AwardFacts,
  how: 'cancel' | 'decline',
  endReason: string,
) {
  await move(tx, awards, machine, was, how, { endReason, endedAt: ctx.clock.now() })
  if (was.proposal.state === 'awarded')
    await move(tx, proposals, proposalMachine, was.proposal, 'pass_over', { endReason })
}

/** 撤销成交结果: what an upheld challenge or complaint does, by whoever was authorised to decide it. */
export const annulAward = async (tx: Tx, ctx: Context, awardId: string, reason: string) => {
  const was = await findAward(tx, awardId)
  await end(tx, ctx, was, 'cancel', reason)
  await notify(
    tx,
    ctx,
    { role: 'org_signer', partyId: was.supplierId },
    'award-cancelled',
    `/tenders/${was.tenderId}/result`,
    {
      tender: was.call.title,
    },
  )
  await tellFollowers(tx, ctx, was.call, 'followed-result', '/result')
  await record(tx, ctx, 'award.cancel', { subject: awardId, threadId: was.planId }, { reason })
}
