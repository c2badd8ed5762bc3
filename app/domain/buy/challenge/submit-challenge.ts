import { eq } from 'drizzle-orm'
import { challenges } from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf, endOf, yearOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { deadlineOf } from '../../parameters.ts'
import { authorize } from '../../policy/index.ts'
import { nextRef } from '../../reference.ts'
import { Refusal } from '../../refusal.ts'
import { roleFor } from '../plan/approval-chain.ts'
import { whyMayNotPropose } from '../proposal/eligibility.ts'
import { type Call, findCall } from '../proposal/find-call.ts'
import { findSupplier, proposalOf } from '../proposal/find-proposal.ts'
import { findChallenge } from './find-challenge.ts'
import { markSuspended } from './holds.ts'
import { liveChallenges } from './live-challenges.ts'
import { challenge as machine } from './machine.ts'
import { type Matter, matterOf, pointsOf, storedAs, type Window, windowsOf } from './matters.ts'

/** Who may object to what (94号令 第十条、第十一条): to the document whoever could bid, to a step who sent a proposal, to the result whose proposal was opened. */
export async function mayObject(ctx: Context, db: Reader, call: Call, supplierId: string, matter: Matter) {
  if (!supplierId) return false
  const own = await proposalOf(db, call.id, supplierId)
  if (matter === 'result') return own?.body != null
  if (own?.submittedAt && own.state !== 'withdrawn') return true
  if (matter !== 'document') return false
  return whyMayNotPropose(call, await findSupplier(db, supplierId, dateOf(ctx.clock.now()))) === null
}

/** The window of the matter; before it begins and after its last day nothing is taken. */
async function openWindow(tx: Tx, ctx: Context, call: Call, matter: Matter): Promise<Window> {
  const window = (await windowsOf(tx, ctx, call)).find((w) => w.matter === matter)
  if (!window) throw new Refusal('conflict', 'nothing-to-challenge')
  if (ctx.clock.now() >= window.ends) throw new Refusal('conflict', 'challenge-window-over')
  return window
}

/** 一次性提出: what a body has against one matter comes in one challenge (94号令 第十条). */
async function refuseSecond(tx: Tx, call: Call, supplierId: string, window: Window) {
  if ((await liveChallenges(tx, call.id)).some((c) => c.challengerId === supplierId))
    throw new Refusal('conflict', 'challenge-already-open')
  const before = await tx.select().from(challenges).where(eq(challenges.tenderId, call.id))
  const same = before.some(
    (c) =>
      c.challengerId === supplierId &&
      c.state !== 'withdrawn' &&
      c.awardId === window.awardId &&
      matterOf(c) === window.matter,
  )
  if (same) throw new Refusal('conflict', 'challenge-once')
}

async function register(tx: Tx, ctx: Context, call: Call, window: Window, items: string) {
  const now = ctx.clock.now()
  const on = dateOf(now)
  const [made] = await tx
    .insert(challenges)
    .values({
      ...storedAs(window.matter),
      tenderId: call.id,
      awardId: window.awardId,
      challengerId: ctx.actor.seat!.partyId,
      items,
      refNo: await nextRef(tx, 'ZY', yearOf(on)),
      submittedBy: ctx.actor.personId!,
      state: 'submitted',
      submittedAt: now,
      replyDueAt: endOf(await deadlineOf(tx, ctx.calendar, 'CHALLENGE_REPLY', on)),
    })
    .returning()
  return made!
}

type Raised = { tenderId: string; items: string; matter?: Matter }
/** 提出质疑 (政府采购法 第五十二条): in time, by who may, on what it names and nothing else. */
export const submitChallenge = (ctx: Context, { tenderId, items, matter = 'result' }: Raised) =>
  ctx.transact(async (tx) => {
    const call = await findCall(tx, tenderId)
    const supplierId = ctx.actor.seat?.partyId ?? ''
    const may = await mayObject(ctx, tx, call, supplierId, matter)
    authorize(ctx.actor, 'challenge.submit', { supplierId: may ? supplierId : '' })
    if (pointsOf(items).length > 20) throw new Refusal('invalid', 'challenge-too-many-points')
    const window = await openWindow(tx, ctx, call, matter)
    await refuseSecond(tx, call, supplierId, window)
    const made = await register(tx, ctx, call, window, items)
    await markSuspended(tx, tenderId, ctx.clock.now())
    const handler = { role: roleFor('handler', call.buyer.kind), partyId: call.buyerId }
    const link = `/desk/challenges/${made.id}`
    await notify(tx, ctx, handler, 'challenge-received', link, { tender: call.title })
    const about = { subject: made.id, threadId: call.planId }
    await record(tx, ctx, 'challenge.submit', about, { refNo: made.refNo, matter })
    return { id: made.id, tenderId, refNo: made.refNo }
  })

/** 撤回质疑 */
export const withdrawChallenge = (ctx: Context, { challengeId }: { challengeId: string }) =>
  ctx.transact(async (tx) => {
    const was = await findChallenge(tx, challengeId)
    authorize(ctx.actor, 'challenge.withdraw', was)
    await move(tx, challenges, machine, was, 'withdraw')
    await markSuspended(tx, was.tenderId, ctx.clock.now())
    await record(tx, ctx, 'challenge.withdraw', { subject: challengeId, threadId: was.planId })
    return { id: challengeId, tenderId: was.tenderId }
  })
