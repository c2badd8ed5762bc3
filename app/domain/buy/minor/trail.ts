import { eq } from 'drizzle-orm'
import { minorWorks } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { TrailEntry } from '../../trail-entry.ts'
import { roleFor } from '../plan/approval-chain.ts'
import { findWork } from './find-work.ts'

/** 民生微实事 on a project's page: the call for quotes, the choice with its reason, each part accepted and paid. */
export async function trailOfMinor(db: Reader, planId: string): Promise<TrailEntry[]> {
  const rows = await db.select({ id: minorWorks.id }).from(minorWorks).where(eq(minorWorks.planId, planId))
  const told: TrailEntry[] = []
  for (const { id } of rows) {
    const work = await findWork(db, id)
    const office = {
      chapter: 'buy' as const,
      byPartyId: work.buyerId,
      paper: { label: work.refNo, href: `/minor-works/${id}` },
    }
    const by = (post: 'approver' | 'finance') => roleFor(post, work.plan.buyer.kind)
    if (work.calledAt) told.push({ ...office, byRole: by('approver'), at: work.calledAt, key: 'minor.call' })
    if (work.chosenAt) {
      const params = { supplier: work.supplier ?? '' }
      const chosen = {
        byRole: by('approver'),
        at: work.chosenAt,
        key: 'minor.choose',
        amount: work.price,
        params,
      }
      told.push({ ...office, ...chosen, words: work.reason })
    }
    for (const part of work.parts)
      if (part.paidAt) {
        const params = { part: part.title, no: part.voucherNo ?? '' }
        told.push({
          ...office,
          byRole: by('finance'),
          at: part.paidAt,
          key: 'minor.pay',
          amount: part.amount,
          params,
        })
      }
  }
  return told
}
