import { and, eq } from 'drizzle-orm'
import { needEvidence, needs } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { minus } from '../../money.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { findNeed, type Need, type NeedState } from './find-need.ts'
import type { SplitNeed } from './forms.ts'
import { insertNeed } from './insert-need.ts'

/** Before a round or a contract counts on it whole. */
export const splittable: readonly NeedState[] = ['draft', 'returned', 'published', 'accepted']

function checkPart(was: Need, part: SplitNeed) {
  if (was.state === 'shortlisted' || was.state === 'selected')
    throw new Refusal('conflict', 'need-on-a-slate')
  if (!splittable.includes(was.state)) throw new Refusal('conflict', 'need-not-live')
  if (part.estimate >= was.estimate) throw new Refusal('invalid', 'split-takes-all')
  const foreign = part.gridIds.some((id) => (was.gridIds ?? []).length > 0 && !was.gridIds!.includes(id))
  if (foreign) throw new Refusal('invalid', 'split-grid-elsewhere')
}

/** What spoke for the whole speaks for the part, with the figures as they stood. */
async function copyEvidence(tx: Tx, from: string, to: string) {
  const cited = await tx.select().from(needEvidence).where(eq(needEvidence.needId, from))
  if (cited.length > 0)
    await tx.insert(needEvidence).values(cited.map(({ id: _id, ...row }) => ({ ...row, needId: to })))
}

async function lessen(tx: Tx, was: Need, part: SplitNeed) {
  const left = await tx
    .update(needs)
    .set({ estimate: minus(was.estimate, part.estimate) })
    .where(and(eq(needs.id, was.id), eq(needs.state, was.state), eq(needs.estimate, was.estimate)))
    .returning({ id: needs.id })
  if (left.length === 0) throw new Refusal('conflict', 'moved-meanwhile')
}

/**
 * Parts a need in two: the part begins as a draft with the same evidence and is decided for itself; what is left keeps
 * its number and its supporters. The two estimates make the old one.
 */
export const splitNeed = (ctx: Context, { needId, reason, ...part }: SplitNeed & { needId: string }) =>
  ctx.transact(async (tx) => {
    const was = await findNeed(tx, needId)
    authorize(ctx.actor, 'need.split', was)
    checkPart(was, { ...part, reason })
    const { category, itemType, evidence, outcome, urgency, severity, startsOn, endsOn } = was
    const { dutyId, dutyOutside } = was
    const kept = { category, itemType, evidence, outcome, urgency, severity, dutyId, dutyOutside }
    const catalogueId = was.catalogueId ?? undefined
    const dates = { startsOn: startsOn ?? undefined, endsOn: endsOn ?? undefined }
    const made = await insertNeed(tx, ctx, was.communityId, { ...kept, ...part, ...dates, catalogueId })
    await tx.update(needs).set({ splitFrom: needId }).where(eq(needs.id, made.id))
    await copyEvidence(tx, needId, made.id)
    await lessen(tx, was, { ...part, reason })
    const sums = { left: minus(was.estimate, part.estimate), part: part.estimate }
    await record(
      tx,
      ctx,
      'need.split',
      { subject: needId, threadId: needId },
      { reason, into: made.id, ...sums },
    )
    await record(tx, ctx, 'need.part', { subject: made.id, threadId: made.id }, { reason, from: needId })
    return { id: made.id, from: needId }
  })
