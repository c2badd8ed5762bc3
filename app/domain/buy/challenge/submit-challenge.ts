import { eq } from 'drizzle-orm'
import { challenges, tenders } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf, endOf, yearOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { deadlineOf } from '../../parameters.ts'
import { authorize } from '../../policy/index.ts'
import { nextRef } from '../../reference.ts'
import { Refusal } from '../../refusal.ts'
import { awardsOf, isLive } from '../award/find-award.ts'
import { roleFor } from '../plan/approval-chain.ts'
import { findCall } from '../proposal/find-call.ts'
import { proposalOf } from '../proposal/find-proposal.ts'
import { findChallenge } from './find-challenge.ts'
import { liveComplaints } from './find-complaint.ts'
import { liveChallenges } from './live-challenges.ts'
import { challenge as machine } from './machine.ts'

/** The award under its window; before it is published and after its last day nothing is taken. */
async function awardInWindow(tx: Tx, ctx: Context, tenderId: string) {
  const award = (await awardsOf(tx, tenderId)).find((a) => isLive(a) && a.notifiedAt)
  if (!award?.windowEndsAt) throw new Refusal('conflict', 'nothing-to-challenge')
  if (ctx.clock.now() >= award.windowEndsAt) throw new Refusal('conflict', 'challenge-window-over')
  return award
}

/** The tender is marked while a challenge or a complaint is open, and only then. */
export async function markSuspended(tx: Tx, tenderId: string) {
  const open = [...(await liveChallenges(tx, tenderId)), ...(await liveComplaints(tx, tenderId))]
  const suspended = open.length > 0
  await tx.update(tenders).set({ suspended }).where(eq(tenders.id, tenderId))
}

const dueAt = async (tx: Tx, ctx: Context, on: string) =>
  endOf(await deadlineOf(tx, ctx.calendar, 'CHALLENGE_REPLY', on))

type Raised = { tenderId: string; awardId: string; challengerId: string; items: string }
async function register(tx: Tx, ctx: Context, raised: Raised) {
  const now = ctx.clock.now()
  const on = dateOf(now)
  const [made] = await tx
    .insert(challenges)
    .values({
      ...raised,
      refNo: await nextRef(tx, 'ZY', yearOf(on)),
      submittedBy: ctx.actor.personId!,
      state: 'submitted',
      submittedAt: now,
      replyDueAt: await dueAt(tx, ctx, on),
    })
    .returning()
  return made!
}

/** 提出质疑 (政府采购法 第五十二条): by a body that took part, in time, on what it names and nothing else. */
export const submitChallenge = (ctx: Context, { tenderId, items }: { tenderId: string; items: string }) =>
  ctx.transact(async (tx) => {
    const call = await findCall(tx, tenderId)
    const supplierId = ctx.actor.seat?.partyId ?? ''
    const own = await proposalOf(tx, tenderId, supplierId)
    authorize(ctx.actor, 'challenge.submit', { supplierId: own?.body ? supplierId : '' })
    const award = await awardInWindow(tx, ctx, tenderId)
    const mine = (await liveChallenges(tx, tenderId)).some((c) => c.challengerId === supplierId)
    if (mine) throw new Refusal('conflict', 'challenge-already-open')
    const made = await register(tx, ctx, { tenderId, awardId: award.id, challengerId: supplierId, items })
    await markSuspended(tx, tenderId)
    const handler = { role: roleFor('handler', call.buyer.kind), partyId: call.buyerId }
    await notify(tx, ctx, handler, 'challenge-received', `/desk/challenges/${made.id}`, {
      tender: call.title,
    })
    const about = { subject: made.id, threadId: call.planId }
    await record(tx, ctx, 'challenge.submit', about, { refNo: made.refNo })
    return { id: made.id, tenderId, refNo: made.refNo }
  })

/** 撤回质疑 */
export const withdrawChallenge = (ctx: Context, { challengeId }: { challengeId: string }) =>
  ctx.transact(async (tx) => {
    const was = await findChallenge(tx, challengeId)
    authorize(ctx.actor, 'challenge.withdraw', was)
    await move(tx, challenges, machine, was, 'withdraw')
    await markSuspended(tx, was.tenderId)
    await record(tx, ctx, 'challenge.withdraw', { subject: challengeId, threadId: was.planId })
    return { id: challengeId, tenderId: was.tenderId }
  })
