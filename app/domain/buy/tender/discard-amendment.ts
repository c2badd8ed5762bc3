import { and, eq } from 'drizzle-orm'
import { amendments, tenderDocuments } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { findTender } from './find-tender.ts'

/** Takes back a change nobody has published. */
export const discardAmendment = (
  ctx: Context,
  { tenderId, amendmentId }: { tenderId: string; amendmentId: string },
) =>
  ctx.transact(async (tx) => {
    const tender = await findTender(tx, tenderId)
    authorize(ctx.actor, 'amendment.draft', tender)
    const gone = await tx
      .delete(amendments)
      .where(
        and(eq(amendments.id, amendmentId), eq(amendments.tenderId, tenderId), eq(amendments.state, 'draft')),
      )
      .returning({ id: amendments.id })
    if (gone.length === 0) throw new Refusal('missing', 'amendment-missing')
    await tx.delete(tenderDocuments).where(eq(tenderDocuments.amendmentId, amendmentId))
    await record(tx, ctx, 'amendment.discard', { subject: amendmentId, threadId: tender.planId })
    return { id: tenderId }
  })
