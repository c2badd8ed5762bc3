import { and, eq } from 'drizzle-orm'
import { amendments, proposals, tenders } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf, startOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { fen } from '../../money.ts'
import { move } from '../../move.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { markSuspended } from '../challenge/holds.ts'
import { proposal } from '../proposal/machine.ts'
import { amendment as machine } from './amendment-machine.ts'
import { swapDocuments } from './change-document.ts'
import { findTender, isCollecting, type Tender, type TenderFacts } from './find-tender.ts'
import { tellFollowers } from './follow-tender.ts'
import { tellBidders } from './tell-bidders.ts'
import { earliestAfterChange, latestQuestions, workdayUpTo } from './tender-dates.ts'

type Amendment = typeof amendments.$inferSelect

function changed(tender: TenderFacts, { field, was, now }: Amendment): Partial<Tender> {
  const gone = () => new Refusal('conflict', 'amendment-phrase-missing')
  if (field === 'ceiling') return { ceiling: fen(Number(now)) }
  if (field === 'requirement') {
    if (!tender.requirement.includes(was)) throw gone()
    return { requirement: tender.requirement.replace(was, () => now) }
  }
  if (field === 'deadline' || field === 'document') return {}
  const whole = tender.qualification.join('\n')
  if (!whole.includes(was)) throw gone()
  return {
    qualification: whole
      .replace(was, () => now)
      .split('\n')
      .filter(Boolean),
  }
}

/** A later deadline leaves later room for questions, at the same time of day. */
async function moved(
  tx: Tx,
  ctx: Context,
  tender: TenderFacts,
  deadline: Date | null,
): Promise<Partial<Tender>> {
  if (!deadline) return {}
  if (deadline <= tender.deadline) throw new Refusal('conflict', 'deadline-only-later')
  const hour = tender.questionsClose.getTime() - startOf(dateOf(tender.questionsClose)).getTime()
  const day = workdayUpTo(ctx, await latestQuestions(tx, ctx, deadline))
  const latest = new Date(startOf(day).getTime() + hour)
  return { deadline, questionsClose: latest > tender.questionsClose ? latest : tender.questionsClose }
}

/** 须重新确认: what was sent before a material change counts only once its sender has read the change. */
async function unsettle(tx: Tx, tenderId: string) {
  const sent = await tx
    .select({ id: proposals.id, state: proposals.state })
    .from(proposals)
    .where(and(eq(proposals.tenderId, tenderId), eq(proposals.state, 'submitted')))
  for (const was of sent) await move(tx, proposals, proposal, was, 'unsettle')
}

/** Publishes a change: a material one leaves everybody time, and what was sent already needs confirming. */
export const publishAmendment = (
  ctx: Context,
  { tenderId, amendmentId }: { tenderId: string; amendmentId: string },
) =>
  ctx.transact(async (tx) => {
    const tender = await findTender(tx, tenderId)
    const [was] = await tx.select().from(amendments).where(eq(amendments.id, amendmentId))
    authorize(ctx.actor, 'amendment.publish', { ...tender, amendedBy: was?.draftedBy ?? null })
    if (!was || was.tenderId !== tenderId) throw new Refusal('missing', 'amendment-missing')
    const now = ctx.clock.now()
    if (!isCollecting(tender, now)) throw new Refusal('conflict', 'tender-not-collecting')
    const earliest = earliestAfterChange(ctx, tender.method, dateOf(now))
    if (was.material && dateOf(was.newDeadline ?? tender.deadline) < earliest)
      throw new Refusal('invalid', 'amendment-needs-time', { earliest })
    await move(tx, amendments, machine, was, 'publish', { publishedBy: ctx.actor.personId, publishedAt: now })
    const change = { ...changed(tender, was), ...(await moved(tx, ctx, tender, was.newDeadline)) }
    if (Object.keys(change).length > 0) await tx.update(tenders).set(change).where(eq(tenders.id, tenderId))
    if (was.field === 'document') await swapDocuments(tx, ctx, amendmentId)
    if (was.material) await unsettle(tx, tenderId)
    await markSuspended(tx, tenderId, now)
    await tellBidders(tx, ctx, tender, was.material ? 'tender-changed-confirm' : 'tender-changed')
    await tellFollowers(tx, ctx, tender, 'followed-changed', '#changed')
    await record(
      tx,
      ctx,
      'amendment.publish',
      { subject: amendmentId, threadId: tender.planId },
      { ordinal: was.ordinal },
    )
    return { id: amendmentId }
  })
