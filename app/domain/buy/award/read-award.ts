import { eq } from 'drizzle-orm'
import { persons } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import type { Due } from '../../desk-item.ts'
import { parameter } from '../../parameters.ts'
import { pick } from '../../pick.ts'
import { authorize, may } from '../../policy/index.ts'
import { holdOn } from '../challenge/holds.ts'
import type { Report } from '../evaluation/compose-report.ts'
import { findCall } from '../proposal/find-call.ts'
import { type Alone, aloneFacts } from './alone.ts'
import { signBy } from './decline-award.ts'
import { type AwardFacts, awardsOf, findAward, isLive } from './find-award.ts'
import { candidates, confirmBy } from './propose-award.ts'

type Call = Awaited<ReturnType<typeof findCall>>

async function shownAward(db: Reader, award: AwardFacts) {
  const shown = pick(award, [
    'id',
    'state',
    'rank',
    'price',
    'reason',
    'lateReason',
    'noticeNo',
    'notifiedAt',
    'windowEndsAt',
  ])
  const [proposer] = await db
    .select({ name: persons.name })
    .from(persons)
    .where(eq(persons.id, award.proposedBy))
  const proposedBy = proposer?.name ?? ''
  const alone = award.alone as Alone | null
  return { ...shown, alone, proposedBy, supplier: award.supplier.name }
}

/** Whether the time for signing is over and the buyer may note that the winner let it pass. */
async function mayLapse(ctx: Context, award: AwardFacts | null) {
  if (!award?.notifiedAt || !['notified', 'effective'].includes(award.state)) return false
  if (award.call.state === 'contracted' || !may(ctx.actor, 'award.lapse', award)) return false
  return ctx.clock.now() >= (await signBy(ctx.db, ctx, { notifiedAt: award.notifiedAt }))
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

type Candidate = Awaited<ReturnType<typeof candidates>>[number]
/** One that may be put forward; of a person alone, what is known of whom he works for. */
const candidateOf = async (ctx: Context, { buyerId }: Call, p: Candidate) => ({
  proposalId: p.id,
  rank: p.rank!,
  price: p.price!,
  supplierId: p.supplierId,
  alone: await aloneFacts(ctx.db, ctx, p.supplierId, buyerId),
})

/** 确定成交: the ranking, the award that lives, what may be done with it by whom, and by when. */
export async function readAwardDesk(ctx: Context, tenderId: string) {
  const call = await findCall(ctx.db, tenderId)
  authorize(ctx.actor, 'award.read', call)
  const all = await awardsOf(ctx.db, tenderId)
  const live = all.find(isLive)
  const award = live ? await findAward(ctx.db, live.id) : null
  const now = ctx.clock.now()
  const due = await confirmBy(ctx.db, ctx, tenderId, call.reportAt)
  const clock = await parameter(ctx.db, 'CONFIRM_WINNER', dateOf(now))
  const over = ['evaluated', 'awarded', 'contracted'].includes(call.state)
  const next = over ? await candidates(ctx.db, tenderId) : []
  const { id, refNo, title, state, reportHash, reportAt, planId } = call
  return {
    call: { id, refNo, title, state, reportHash, reportAt, planId },
    report: over ? (call.report as unknown as Report | null) : null,
    award: award && (await shownAward(ctx.db, award)),
    past: all.filter((a) => !isLive(a)).map((a) => pick(a, ['id', 'rank', 'state', 'endReason'])),
    candidates: await Promise.all(next.map((p) => candidateOf(ctx, call, p))),
    hold: (await holdOn(ctx.db, tenderId, now))?.key ?? null,
    confirmBy: due && { at: due, source: clock.source, mark: clock.mark as Due['mark'] },
    late: due !== null && now >= due,
    may: { ...actsOf(ctx, call, award, next.length > 0), lapse: await mayLapse(ctx, award) },
  }
}
export type AwardDesk = Awaited<ReturnType<typeof readAwardDesk>>
