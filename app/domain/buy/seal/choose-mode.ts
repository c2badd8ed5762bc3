import { and, eq, inArray } from 'drizzle-orm'
import { tenders } from '#db/schema/index.ts'
import type { sealModes } from '#db/vocabulary.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { findCall } from '../proposal/find-call.ts'
import type { Tender } from '../tender/find-tender.ts'

/** Mode, keepers and key belong to a call nobody has read yet; from publication on bidders rely on them. */
export function checkBeforeCall(was: Pick<Tender, 'state'>) {
  if (was.state !== 'draft' && was.state !== 'in_review') throw new Refusal('conflict', 'seal-fixed')
}

type Sealed = Pick<Tender, 'sealMode'> & {
  method: { twoEnvelopes: boolean; finalOffers: boolean; sealMode: Tender['sealMode'] }
}
/**
 * 简单封存 is for routes whose own row asks for it, which are micro grants; two envelopes stay shut only if no server can
 * open them, whatever the row says.
 */
export function refuseSimple({ sealMode, method }: Sealed) {
  if (sealMode !== 'simple') return
  if (method.twoEnvelopes) throw new Refusal('conflict', 'seal-two-envelopes')
  if (method.finalOffers) throw new Refusal('conflict', 'seal-final-offers')
  if (method.sealMode !== 'simple') throw new Refusal('conflict', 'seal-simple-not-here')
}

type Chosen = { tenderId: string; sealMode: (typeof sealModes)[number] }
/** 选定封存方式; the call says which, and what it does not protect from. */
export const chooseSealMode = (ctx: Context, { tenderId, sealMode }: Chosen) =>
  ctx.transact(async (tx) => {
    const was = await findCall(tx, tenderId)
    authorize(ctx.actor, 'tender.seal', was)
    checkBeforeCall(was)
    refuseSimple({ ...was, sealMode })
    await tx
      .update(tenders)
      .set({ sealMode })
      .where(and(eq(tenders.id, tenderId), inArray(tenders.state, ['draft', 'in_review'])))
    await record(tx, ctx, 'tender.seal', { subject: tenderId, threadId: was.planId }, { sealMode })
    return { id: tenderId }
  })
