import { eq } from 'drizzle-orm'
import { awards, proposals, tenders } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf, endOf, yearOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { deadlineOf, lastDay } from '../../parameters.ts'
import { authorize } from '../../policy/index.ts'
import { nextRef } from '../../reference.ts'
import { refuseHeld } from '../challenge/holds.ts'
import { refuseTouchedScores } from '../evaluation/recompute.ts'
import type { Call } from '../proposal/find-call.ts'
import { proposal as proposalMachine } from '../proposal/machine.ts'
import { tellFollowers } from '../tender/follow-tender.ts'
import { tender as tenderMachine } from '../tender/machine.ts'
import { type AwardFacts, findAward } from './find-award.ts'
import { award as machine } from './machine.ts'
import { cameToOpening } from './own-feedback.ts'

/** The end of the time for objections: the law's where the law governs, the route's own below it. */
export async function windowOf(tx: Tx, ctx: Context, { method }: Pick<Call, 'method'>, on: string) {
  const last =
    method.mark === 'statute'
      ? await deadlineOf(tx, ctx.calendar, 'CHALLENGE_WINDOW_RESULT', on)
      : lastDay(ctx.calendar, on, method.objectionDays, 'wd')
  return endOf(last)
}

/** The chosen one is awarded, those ranked below are not; who was put aside stays so. */
async function settle(tx: Tx, ctx: Context, was: AwardFacts) {
  const all = await tx.select().from(proposals).where(eq(proposals.tenderId, was.tenderId))
  for (const p of all) {
    if (p.id === was.proposalId) await move(tx, proposals, proposalMachine, p, 'award')
    else if (p.state === 'scored') await move(tx, proposals, proposalMachine, p, 'pass_over')
    if (!cameToOpening(p)) continue
    const link = `/tenders/${was.tenderId}/feedback/${p.id}`
    const to = { role: 'org_signer' as const, partyId: p.supplierId }
    await notify(tx, ctx, to, p.id === was.proposalId ? 'award-yours' : 'award-result', link, {
      tender: was.call.title,
    })
  }
}

/** 发布成交公告: price, scores, reasons and the experts' names become public; the time for objections begins. */
export const notifyAward = (ctx: Context, { awardId }: { awardId: string }) =>
  ctx.transact(async (tx) => {
    const was = await findAward(tx, awardId)
    authorize(ctx.actor, 'award.notify', was)
    machine.next(was.state, 'notify')
    const now = ctx.clock.now()
    await refuseHeld(tx, was.tenderId, now)
    await refuseTouchedScores(tx, was.call)
    const windowEndsAt = await windowOf(tx, ctx, was.call, dateOf(now))
    const noticeNo = await nextRef(tx, 'GG', yearOf(dateOf(now)))
    await move(tx, awards, machine, was, 'notify', { noticeNo, notifiedAt: now, windowEndsAt })
    if (was.call.state === 'evaluated') await move(tx, tenders, tenderMachine, was.call, 'award')
    await settle(tx, ctx, was)
    await tellFollowers(tx, ctx, was.call, 'followed-result', '/result')
    const detail = { noticeNo, price: was.price, rank: was.rank, windowEndsAt: windowEndsAt.getTime() }
    await record(tx, ctx, 'award.notify', { subject: awardId, threadId: was.planId }, detail)
    return { id: awardId, tenderId: was.tenderId, noticeNo }
  })
