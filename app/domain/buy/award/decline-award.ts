import { desc, eq } from 'drizzle-orm'
import { awards } from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf, endOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { notify } from '../../notify.ts'
import { deadlineOf } from '../../parameters.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { roleFor } from '../plan/approval-chain.ts'
import { type AwardFacts, findAward } from './find-award.ts'
import { end } from './take-effect.ts'

async function giveUp(
  tx: Tx,
  ctx: Context,
  was: AwardFacts,
  act: 'award.decline' | 'award.lapse',
  reason: string,
) {
  if (was.call.state === 'contracted') throw new Refusal('conflict', 'contract-already-signed')
  await end(tx, ctx, was, 'decline', reason)
  const handler = { role: roleFor('handler', was.call.buyer.kind), partyId: was.buyerId }
  const link = `/desk/tenders/${was.tenderId}/award`
  await notify(tx, ctx, handler, 'award-declined', link, { tender: was.call.title })
  await record(tx, ctx, act, { subject: was.id, threadId: was.planId }, { reason })
  return { id: was.id, tenderId: was.tenderId }
}

/** 拒绝签订: the winner steps back in writing; the next in rank, or a new start (实施条例 第四十九条). */
export const declineAward = (ctx: Context, { awardId, reason }: { awardId: string; reason: string }) =>
  ctx.transact(async (tx) => {
    const was = await findAward(tx, awardId)
    authorize(ctx.actor, 'award.decline', was)
    return giveUp(tx, ctx, was, 'award.decline', reason)
  })

/** The same, asked for by the proposal that won. */
export async function declineOwn(
  ctx: Context,
  { proposalId, reason }: { proposalId: string; reason: string },
) {
  const [found] = await ctx.db
    .select({ id: awards.id })
    .from(awards)
    .where(eq(awards.proposalId, proposalId))
    .orderBy(desc(awards.run))
  if (!found) throw new Refusal('missing', 'award-missing')
  return declineAward(ctx, { awardId: found.id, reason })
}

/** The last day on which a contract may be signed with the winner (政府采购法 第四十六条). */
export const signBy = async (db: Reader, ctx: Context, { notifiedAt }: { notifiedAt: Date }) =>
  endOf(await deadlineOf(db, ctx.calendar, 'SIGN_CONTRACT', dateOf(notifiedAt)))

/** 逾期不签: the time for signing is over and the winner has not signed; noted by the buyer, with what happened. */
export const lapseAward = (ctx: Context, { awardId, reason }: { awardId: string; reason: string }) =>
  ctx.transact(async (tx) => {
    const was = await findAward(tx, awardId)
    authorize(ctx.actor, 'award.lapse', was)
    if (!was.notifiedAt || ctx.clock.now() < (await signBy(tx, ctx, { notifiedAt: was.notifiedAt })))
      throw new Refusal('conflict', 'time-to-sign-runs')
    return giveUp(tx, ctx, was, 'award.lapse', reason)
  })
