import { eq } from 'drizzle-orm'
import { awards, proposals } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { liveComplaints } from '../challenge/find-complaint.ts'
import { liveChallenges } from '../challenge/live-challenges.ts'
import { roleFor } from '../plan/approval-chain.ts'
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
  if ((await liveChallenges(tx, was.tenderId)).length > 0) throw new Refusal('conflict', 'challenge-live')
  if ((await liveComplaints(tx, was.tenderId)).length > 0) throw new Refusal('conflict', 'complaint-live')
  await move(tx, awards, machine, was, 'take_effect')
  await record(tx, ctx, 'award.take_effect', { subject: awardId, threadId: was.planId })
  return { ...was, state: 'effective' }
}

/** The award ends and its proposal steps back into the ranking's past: the next in rank may be put forward. */
async function end(tx: Tx, was: AwardFacts, how: 'cancel' | 'decline', endReason: string) {
  await move(tx, awards, machine, was, how, { endReason })
  if (was.proposal.state === 'awarded')
    await move(tx, proposals, proposalMachine, was.proposal, 'pass_over', { endReason })
}

/** 撤销成交结果: what an upheld challenge does to the award it was raised against. */
export const cancelAward = async (tx: Tx, ctx: Context, awardId: string, reason: string) => {
  authorize(ctx.actor, 'award.cancel', await findAward(tx, awardId))
  await annulAward(tx, ctx, awardId, reason)
}

/** The same by a ruling of the district, which was authorised as such. */
export const annulAward = async (tx: Tx, ctx: Context, awardId: string, reason: string) => {
  const was = await findAward(tx, awardId)
  await end(tx, was, 'cancel', reason)
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

/** 拒绝签订: the winner steps back in writing; the next in rank, or a new start (实施条例 第四十九条). */
export const declineAward = (ctx: Context, { awardId, reason }: { awardId: string; reason: string }) =>
  ctx.transact(async (tx) => {
    const was = await findAward(tx, awardId)
    authorize(ctx.actor, 'award.decline', was)
    if (was.call.state === 'contracted') throw new Refusal('conflict', 'contract-already-signed')
    await end(tx, was, 'decline', reason)
    const handler = { role: roleFor('handler', was.call.buyer.kind), partyId: was.buyerId }
    await notify(tx, ctx, handler, 'award-declined', `/desk/tenders/${was.tenderId}/award`, {
      tender: was.call.title,
    })
    await record(tx, ctx, 'award.decline', { subject: awardId, threadId: was.planId }, { reason })
    return { id: awardId, tenderId: was.tenderId }
  })

/** The same, asked for by the proposal that won. */
export async function declineOwn(
  ctx: Context,
  { proposalId, reason }: { proposalId: string; reason: string },
) {
  const [found] = await ctx.db.select({ id: awards.id }).from(awards).where(eq(awards.proposalId, proposalId))
  if (!found) throw new Refusal('missing', 'award-missing')
  return declineAward(ctx, { awardId: found.id, reason })
}
