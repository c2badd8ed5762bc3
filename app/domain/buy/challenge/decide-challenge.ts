import { challenges } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { cancelAward } from '../award/take-effect.ts'
import { roleFor } from '../plan/approval-chain.ts'
import { complaintEnds } from './complaint-window.ts'
import { findChallenge } from './find-challenge.ts'
import type { Decision } from './forms.ts'
import { challenge as machine } from './machine.ts'
import { markSuspended } from './submit-challenge.ts'

type Found = Awaited<ReturnType<typeof findChallenge>>

async function reply(tx: Tx, ctx: Context, was: Found, words: string) {
  const link = `/tenders/${was.tenderId}/challenge`
  await notify(tx, ctx, { role: 'org_signer', partyId: was.challengerId }, 'challenge-answered', link, {
    no: was.refNo,
  })
  return {
    reply: words,
    repliedBy: ctx.actor.personId,
    repliedAt: ctx.clock.now(),
    complaintEndsAt: await complaintEnds(tx, ctx, was),
  }
}

/** 受理 */
export const admitChallenge = (ctx: Context, { challengeId }: { challengeId: string }) =>
  ctx.transact(async (tx) => {
    const was = await findChallenge(tx, challengeId)
    authorize(ctx.actor, 'challenge.admit', was)
    await move(tx, challenges, machine, was, 'admit')
    const approver = { role: roleFor('approver', was.call.buyer.kind), partyId: was.buyerId }
    await notify(tx, ctx, approver, 'challenge-to-answer', `/desk/challenges/${challengeId}`, {
      no: was.refNo,
    })
    await record(tx, ctx, 'challenge.admit', { subject: challengeId, threadId: was.planId })
    return { id: challengeId }
  })

/** 不予受理: with the reason, and the way on. */
export const rejectChallenge = (
  ctx: Context,
  { challengeId, reply: words }: { challengeId: string; reply: string },
) =>
  ctx.transact(async (tx) => {
    const was = await findChallenge(tx, challengeId)
    authorize(ctx.actor, 'challenge.reject', was)
    await move(tx, challenges, machine, was, 'reject', await reply(tx, ctx, was, words))
    await markSuspended(tx, was.tenderId)
    await record(tx, ctx, 'challenge.reject', { subject: challengeId, threadId: was.planId })
    return { id: challengeId }
  })

/** 质疑答复 (第五十三条): upheld cancels the award, dismissed lets it go on; nothing is scored again (实施条例 第四十四条). */
export const decideChallenge = (
  ctx: Context,
  { challengeId, outcome, reply: words }: Decision & { challengeId: string },
) =>
  ctx.transact(async (tx) => {
    const was = await findChallenge(tx, challengeId)
    authorize(ctx.actor, `challenge.${outcome}`, was)
    await move(tx, challenges, machine, was, outcome, await reply(tx, ctx, was, words))
    if (outcome === 'uphold' && was.awardId) await cancelAward(tx, ctx, was.awardId, words)
    await markSuspended(tx, was.tenderId)
    await record(
      tx,
      ctx,
      `challenge.${outcome}`,
      { subject: challengeId, threadId: was.planId },
      { refNo: was.refNo },
    )
    return { id: challengeId, tenderId: was.tenderId }
  })
