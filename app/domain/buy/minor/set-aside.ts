import { eq } from 'drizzle-orm'
import { minorParts, minorQuotes, minorWorks } from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { type Fen, fen, minus, negative, plus } from '../../money.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { deadlineOf } from '../../parameters.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { balancesOf } from '../../treasury/balances.ts'
import { post } from '../../treasury/post.ts'
import { blocksOf } from '../../who/standing/blocks-of.ts'
import { roleFor } from '../plan/approval-chain.ts'
import { findWork, type WorkFacts } from './find-work.ts'
import { minorWork as machine } from './machine.ts'

/** The last day on which the chosen supplier may sign (政府采购法 第四十六条). */
const signBy = (db: Reader, ctx: Pick<Context, 'calendar'>, work: WorkFacts) =>
  deadlineOf(db, ctx.calendar, 'SIGN_CONTRACT', dateOf(work.chosenAt!))

/** Whether the choice may be undone by the buyer: what bars the supplier today, or that it let its days pass. */
export async function mayBeSetAside(db: Reader, ctx: Context, work: WorkFacts): Promise<boolean> {
  if (work.state !== 'chosen') return false
  const today = dateOf(ctx.clock.now())
  const late = today > (await signBy(db, ctx, work))
  return late || (await blocksOf(db, work.supplierId!, today)).length > 0
}

/** The price goes back to the plan's reservation, and of what was left over as much as its line still has. */
async function takeBack(tx: Tx, ctx: Context, was: WorkFacts, price: Fen) {
  const { appropriation } = await balancesOf(tx, { lineId: was.plan.lineId })
  const more = fen(Math.min(minus(was.ceiling, price), appropriation))
  await post(tx, ctx, {
    kind: 'minor.release',
    source: `minor.release:${was.id}:${was.quoteId}`,
    lineId: was.plan.lineId,
    planId: was.planId,
    postings: [
      ['encumbered', negative(price)],
      ['appropriation', negative(more)],
      ['reserved', plus(price, more)],
    ],
  })
}

type Undoing = { how: 'set_aside' | 'decline'; reason: string }
async function undo(tx: Tx, ctx: Context, was: WorkFacts, { how, reason }: Undoing) {
  const none = { quoteId: null, price: null, reason: null, chosenBy: null, chosenAt: null }
  await move(tx, minorWorks, machine, was, how, none)
  const aside = { setAsideAt: ctx.clock.now(), setAsideReason: reason }
  await tx.update(minorQuotes).set(aside).where(eq(minorQuotes.id, was.quoteId!))
  await tx.delete(minorParts).where(eq(minorParts.workId, was.id))
  await takeBack(tx, ctx, was, was.price!)
  await record(tx, ctx, `minorWork.${how}`, { subject: was.id, threadId: was.planId }, { reason })
  return { id: was.id }
}

type Said = { workId: string; reason: string }
/** 改选: the chosen supplier may no longer sign, or let its days pass; the buyer chooses among the other quotes. */
export const setAsideChoice = (ctx: Context, { workId, reason }: Said) =>
  ctx.transact(async (tx) => {
    const was = await findWork(tx, workId)
    authorize(ctx.actor, 'minorWork.set_aside', was)
    machine.next(was.state, 'set_aside')
    if (!(await mayBeSetAside(tx, ctx, was)))
      throw new Refusal('conflict', 'minor-choice-stands', { until: await signBy(tx, ctx, was) })
    const to = { role: 'org_signer' as const, partyId: was.supplierId! }
    await notify(tx, ctx, to, 'minor-set-aside', `/minor-works/${workId}`, { work: was.title, reason })
    return undo(tx, ctx, was, { how: 'set_aside', reason })
  })

/** 放弃成交: the supplier that was chosen says that it will not sign, and why. */
export const declineWork = (ctx: Context, { workId, reason }: Said) =>
  ctx.transact(async (tx) => {
    const was = await findWork(tx, workId)
    authorize(ctx.actor, 'minorWork.decline', was)
    machine.next(was.state, 'decline')
    const to = { role: roleFor('approver', was.plan.buyer.kind), partyId: was.buyerId }
    await notify(tx, ctx, to, 'minor-declined', `/desk/minor-works/${workId}`, { work: was.title })
    return undo(tx, ctx, was, { how: 'decline', reason })
  })
