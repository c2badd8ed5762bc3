import { eq } from 'drizzle-orm'
import { persons } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { dueOf } from '../../due.ts'
import { authorize, may } from '../../policy/index.ts'
import { liveChallenges } from '../challenge/live-challenges.ts'
import type { Report } from '../evaluation/compose-report.ts'
import { findCall } from '../proposal/find-call.ts'
import { type AwardFacts, awardsOf, findAward, isLive } from './find-award.ts'
import { candidates } from './propose-award.ts'

type Call = Awaited<ReturnType<typeof findCall>>

async function shownAward(db: Reader, award: AwardFacts) {
  const { id, state, rank, price, reason, noticeNo, notifiedAt, windowEndsAt, supplier } = award
  const [proposer] = await db
    .select({ name: persons.name })
    .from(persons)
    .where(eq(persons.id, award.proposedBy))
  const proposedBy = proposer?.name ?? ''
  return {
    id,
    state,
    rank,
    price,
    reason,
    noticeNo,
    notifiedAt,
    windowEndsAt,
    proposedBy,
    supplier: supplier.name,
  }
}

function actsOf({ actor }: Context, call: Call, award: AwardFacts | null, more: boolean) {
  const is = (...states: string[]) => award !== null && states.includes(award.state)
  return {
    propose: !award && more && may(actor, 'award.propose', call),
    confirm: award !== null && is('proposed') && may(actor, 'award.confirm', award),
    notify: is('confirmed') && may(actor, 'award.notify', call),
    contract: is('notified', 'effective') && may(actor, 'contract.draw_up', call),
  }
}

/** 确定成交: the ranking, the award that lives, what may be done with it by whom, and by when. */
export async function readAwardDesk(ctx: Context, tenderId: string) {
  const call = await findCall(ctx.db, tenderId)
  authorize(ctx.actor, 'award.read', call)
  const all = await awardsOf(ctx.db, tenderId)
  const live = all.find(isLive)
  const award = live ? await findAward(ctx.db, live.id) : null
  const over = ['evaluated', 'awarded', 'contracted'].includes(call.state)
  const next = over ? await candidates(ctx.db, tenderId) : []
  const { id, refNo, title, state, reportHash, reportAt, planId } = call
  return {
    call: { id, refNo, title, state, reportHash, reportAt, planId },
    report: over ? (call.report as unknown as Report | null) : null,
    award: award && (await shownAward(ctx.db, award)),
    past: all
      .filter((a) => !isLive(a))
      .map((a) => ({ id: a.id, rank: a.rank, state: a.state, endReason: a.endReason })),
    candidates: next.map((p) => ({
      proposalId: p.id,
      rank: p.rank!,
      price: p.price!,
      supplierId: p.supplierId,
    })),
    live: (await liveChallenges(ctx.db, tenderId)).length,
    confirmBy: reportAt ? await dueOf(ctx.db, ctx, 'CONFIRM_WINNER', dateOf(reportAt)) : null,
    may: actsOf(ctx, call, award, next.length > 0),
  }
}
export type AwardDesk = Awaited<ReturnType<typeof readAwardDesk>>
