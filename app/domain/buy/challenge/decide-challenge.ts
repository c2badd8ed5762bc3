import { challenges } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { roleFor } from '../plan/approval-chain.ts'
import { complaintEnds } from './complaint-window.ts'
import { findChallenge } from './find-challenge.ts'
import type { Decision } from './forms.ts'
import { markSuspended } from './holds.ts'
import { challenge as machine } from './machine.ts'
import { carryOut, usualRemedy } from './remedy.ts'

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
    await markSuspended(tx, was.tenderId, ctx.clock.now())
    await record(tx, ctx, 'challenge.reject', { subject: challengeId, threadId: was.planId })
    return { id: challengeId }
  })

/** 质疑答复 (第五十三条): upheld, what follows is chosen from what the law leaves and carried out at once; nothing is scored again but for a listed ground (实施条例 第四十四条). */
export const decideChallenge = (
  ctx: Context,
  { challengeId, outcome, reply: words, remedy: chosen }: Decision & { challengeId: string },
) =>
  ctx.transact(async (tx) => {
    const was = await findChallenge(tx, challengeId)
    authorize(ctx.actor, `challenge.${outcome}`, was)
    const remedy = outcome === 'uphold' ? (chosen ?? (await usualRemedy(tx, was.call))) : null
    const said = { ...(await reply(tx, ctx, was, words)), remedy }
    await move(tx, challenges, machine, was, outcome, said)
    if (remedy) await carryOut(tx, ctx, was.call, remedy, words)
    await markSuspended(tx, was.tenderId, ctx.clock.now())
    const about = { subject: challengeId, threadId: was.planId }
    await record(tx, ctx, `challenge.${outcome}`, about, { refNo: was.refNo, remedy })
    return { id: challengeId, tenderId: was.tenderId }
  })
