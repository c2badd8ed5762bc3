import { and, eq, isNotNull } from 'drizzle-orm'
import { awards, parties, proposals, tenders } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { TrailEntry } from '../../trail-entry.ts'

const awardBasis = '政府采购法实施条例 第四十三条'

/** Every award of a project that was published, with its seal; and how one ended that did not hold. */
export async function trailOfAward(db: Reader, planId: string): Promise<TrailEntry[]> {
  const rows = await db
    .select({ award: awards, tender: tenders, supplier: parties.name })
    .from(awards)
    .innerJoin(tenders, eq(tenders.id, awards.tenderId))
    .innerJoin(proposals, eq(proposals.id, awards.proposalId))
    .innerJoin(parties, eq(parties.id, proposals.supplierId))
    .where(and(eq(tenders.planId, planId), isNotNull(awards.notifiedAt)))
  return rows.map(({ award, tender, supplier }) => ({
    at: award.notifiedAt!,
    chapter: 'buy',
    key: ['cancelled', 'declined'].includes(award.state) ? `award.${award.state}` : 'award.notify',
    params: { supplier, rank: award.rank },
    words: award.endReason ?? award.reason,
    byPartyId: tender.buyerId,
    ground: awardBasis,
    paper: { label: award.noticeNo ?? '', href: `/tenders/${tender.id}/result` },
    hash: tender.reportHash,
    seal: { key: 'award', no: award.noticeNo ?? '' },
    amount: award.price,
  }))
}
