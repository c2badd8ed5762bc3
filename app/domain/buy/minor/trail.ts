import { and, eq, isNotNull } from 'drizzle-orm'
import { minorQuotes, minorWorks, parties } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { TrailEntry } from '../../trail-entry.ts'
import { roleFor } from '../plan/approval-chain.ts'
import { findWork, type WorkFacts } from './find-work.ts'

function told(work: WorkFacts, asides: Asides): TrailEntry[] {
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
  const aside = asides.map(({ at, name, words }) => ({
    ...by('approver'),
    ...{ at, words, key: 'minor.aside', params: { supplier: name } },
  }))
  const paid = work.parts.flatMap(({ paidAt, title, voucherNo, amount }) =>
    paidAt
      ? [
          {
            ...by('finance'),
            ...{ chapter: 'deliver' as const, at: paidAt },
            key: 'minor.pay',
            amount,
            params: { part: title, no: voucherNo ?? '' },
          },
        ]
      : [],
  )
  return [...called, ...aside, ...chosen, ...paid]
}

/** Whose choice fell away, when and why. */
async function setAsideOf(db: Reader, workId: string) {
  const rows = await db
    .select({ at: minorQuotes.setAsideAt, words: minorQuotes.setAsideReason, name: parties.name })
    .from(minorQuotes)
    .innerJoin(parties, eq(parties.id, minorQuotes.supplierId))
    .where(and(eq(minorQuotes.workId, workId), isNotNull(minorQuotes.setAsideAt)))
  return rows.map((row) => ({ ...row, at: row.at! }))
}
type Asides = Awaited<ReturnType<typeof setAsideOf>>

/** 民生微实事 on a project's page: the call for quotes, the choice with its reason, each part accepted and paid. */
export async function trailOfMinor(db: Reader, planId: string): Promise<TrailEntry[]> {
  const rows = await db.select({ id: minorWorks.id }).from(minorWorks).where(eq(minorWorks.planId, planId))
  const works = await Promise.all(
    rows.map(async ({ id }) => told(await findWork(db, id), await setAsideOf(db, id))),
  )
  return works.flat()
}
