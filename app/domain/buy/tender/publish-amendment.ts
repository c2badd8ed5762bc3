import { and, eq } from 'drizzle-orm'
import { amendments, proposals, tenders } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { fen } from '../../money.ts'
import { move } from '../../move.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { markSuspended } from '../challenge/holds.ts'
import { proposal } from '../proposal/machine.ts'
import { amendment as machine } from './amendment-machine.ts'
import { swapCriteria } from './change-criteria.ts'
import { swapDocuments } from './change-document.ts'
import { findTender, isCollecting, type Tender, type TenderFacts } from './find-tender.ts'
import { tellFollowers } from './follow-tender.ts'
import { lawfulDeadline, movedTo } from './move-deadline.ts'
import { checkQualification, itemsOf, refuseScoredAgain } from './qualification-items.ts'
import { tellBidders } from './tell-bidders.ts'
import { keepVersion } from './versions.ts'

type Amendment = typeof amendments.$inferSelect

function changed(tender: TenderFacts, { field, was, now }: Amendment): Partial<Tender> {
  const gone = () => new Refusal('conflict', 'amendment-phrase-missing')
  if (field === 'ceiling') return { ceiling: fen(Number(now)) }
  if (field === 'requirement') {
    if (!tender.requirement.includes(was)) throw gone()
    return { requirement: tender.requirement.replace(was, () => now) }
  }
  if (field === 'deadline' || field === 'document' || field === 'criteria') return {}
  const whole = tender.qualification.join('\n')
  if (!whole.includes(was)) throw gone()
  const qualification = whole
    .replace(was, () => now)
    .split('\n')
    .filter(Boolean)
  const items = itemsOf(qualification, tender.qualificationItems ?? [])
  checkQualification(items)
  refuseScoredAgain(items, tender.criteria)
  return { qualification, qualificationItems: items }
}

/** 须重新确认: what was sent before a material change counts only once its sender has read the change. */
export async function unsettle(tx: Tx, tenderId: string) {
  const sent = await tx
    .select({ id: proposals.id, state: proposals.state })
    .from(proposals)
    .where(and(eq(proposals.tenderId, tenderId), eq(proposals.state, 'submitted')))
  for (const was of sent) await move(tx, proposals, proposal, was, 'unsettle')
}

/** Everyone who writes, sent or follows hears that something was changed, and whether to confirm. */
export async function tellChanged(tx: Tx, ctx: Context, tender: TenderFacts, confirm: boolean) {
  await tellBidders(tx, ctx, tender, confirm ? 'tender-changed-confirm' : 'tender-changed')
  await tellFollowers(tx, ctx, tender, 'followed-changed', '#changed')
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
    const newDeadline = was.material ? lawfulDeadline(ctx, tender, was.newDeadline) : was.newDeadline
    const published = { newDeadline, publishedBy: ctx.actor.personId, publishedAt: now }
    await move(tx, amendments, machine, was, 'publish', published)
    const change = { ...changed(tender, was), ...(await movedTo(tx, ctx, tender, newDeadline)) }
    if (Object.keys(change).length > 0) await tx.update(tenders).set(change).where(eq(tenders.id, tenderId))
    if (was.field === 'document') await swapDocuments(tx, ctx, amendmentId)
    if (was.field === 'criteria') await swapCriteria(tx, tender, was)
    await keepVersion(tx, ctx, tenderId, amendmentId)
    if (was.material) await unsettle(tx, tenderId)
    await markSuspended(tx, tenderId, now)
    await tellChanged(tx, ctx, tender, was.material)
    const about = { subject: amendmentId, threadId: tender.planId }
    await record(tx, ctx, 'amendment.publish', about, { ordinal: was.ordinal })
    return { id: amendmentId }
  })
