import { eq } from 'drizzle-orm'
import { minorWorks } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { TrailEntry } from '../../trail-entry.ts'
import { roleFor } from '../plan/approval-chain.ts'
import { findWork, type WorkFacts } from './find-work.ts'

function told(work: WorkFacts): TrailEntry[] {
  const by = (post: 'approver' | 'finance') => ({
    chapter: 'buy' as const,
    byPartyId: work.buyerId,
    byRole: roleFor(post, work.plan.buyer.kind),
    paper: { label: work.refNo, href: `/minor-works/${work.id}` },
  })
  const called = work.calledAt ? [{ ...by('approver'), at: work.calledAt, key: 'minor.call' }] : []
  const params = { supplier: work.supplier ?? '' }
  const choice = { key: 'minor.choose', amount: work.price, params, words: work.reason }
  const chosen = work.chosenAt ? [{ ...by('approver'), ...choice, at: work.chosenAt }] : []
  const paid = work.parts.flatMap(({ paidAt, title, voucherNo, amount }) =>
    paidAt
      ? [
          {
            ...by('finance'),
            at: paidAt,
            key: 'minor.pay',
            amount,
            params: { part: title, no: voucherNo ?? '' },
          },
        ]
      : [],
  )
  return [...called, ...chosen, ...paid]
}

/** 民生微实事 on a project's page: the call for quotes, the choice with its reason, each part accepted and paid. */
export async function trailOfMinor(db: Reader, planId: string): Promise<TrailEntry[]> {
  const rows = await db.select({ id: minorWorks.id }).from(minorWorks).where(eq(minorWorks.planId, planId))
  const works = await Promise.all(rows.map(({ id }) => findWork(db, id)))
  return works.flatMap(told)
}
