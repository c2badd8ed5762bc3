import { eq } from 'drizzle-orm'
import { persons } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { authorize, may } from '../../policy/index.ts'
import { liveChallenges } from '../challenge/live-challenges.ts'
import type { Report } from '../evaluation/compose-report.ts'
import { dueBy } from '../evaluation/due-by.ts'
import { findCall } from '../proposal/find-call.ts'
import { awardsOf, findAward, isLive } from './find-award.ts'
import { candidates } from './propose-award.ts'

/** 确定成交: the ranking, the award that lives, what may be done with it by whom, and by when. */
export async function readAwardDesk(ctx: Context, tenderId: string) {
  const call = await findCall(ctx.db, tenderId)
  authorize(ctx.actor, 'award.read', call)
  const all = await awardsOf(ctx.db, tenderId)
  const live = all.find(isLive)
  const award = live ? await findAward(ctx.db, live.id) : null
  const over = ['evaluated', 'awarded', 'contracted'].includes(call.state)
  const next = over ? await candidates(ctx.db, tenderId) : []
  const [proposer] = live
    ? await ctx.db.select({ name: persons.name }).from(persons).where(eq(persons.id, live.proposedBy))
    : []
  const { id, refNo, title, state, reportHash, reportAt, planId } = call
  return {
    call: { id, refNo, title, state, reportHash, reportAt, planId },
    report: over ? (call.report as unknown as Report | null) : null,
    award: award && {
      id: award.id,
      state: award.state,
      rank: award.rank,
      price: award.price,
      supplier: award.supplier.name,
      reason: award.reason,
      noticeNo: award.noticeNo,
      notifiedAt: award.notifiedAt,
      windowEndsAt: award.windowEndsAt,
      proposedBy: proposer?.name ?? '',
    },
    past: all
      .filter((a) => !isLive(a))
      .map(({ id: awardId, rank, state: ended, endReason }) => ({
        id: awardId,
        rank,
        state: ended,
        endReason,
      })),
    candidates: next.map(({ id: proposalId, rank, price, supplierId }) => ({
      proposalId,
      rank: rank!,
      price: price!,
      supplierId,
    })),
    live: (await liveChallenges(ctx.db, tenderId)).length,
    confirmBy: reportAt ? await dueBy(ctx.db, ctx, 'CONFIRM_WINNER', reportAt) : null,
    may: {
      propose: over && !award && next.length > 0 && may(ctx.actor, 'award.propose', call),
      confirm: award?.state === 'proposed' && may(ctx.actor, 'award.confirm', award),
      notify: award?.state === 'confirmed' && may(ctx.actor, 'award.notify', call),
      contract:
        award !== null &&
        ['notified', 'effective'].includes(award.state) &&
        may(ctx.actor, 'award.notify', call),
    },
  }
}
export type AwardDesk = Awaited<ReturnType<typeof readAwardDesk>>
