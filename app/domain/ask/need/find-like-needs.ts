import { and, eq, inArray, ne } from 'drizzle-orm'
import { needs } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { likeness } from '../suggestion/likeness.ts'
import type { Need, NeedState } from './find-need.ts'

const live: NeedState[] = [
  'draft',
  'published',
  'accepted',
  'returned',
  'shortlisted',
  'selected',
  'in_purchase',
]
type Compared = Pick<Need, 'id' | 'communityId' | 'category' | 'title' | 'evidence' | 'gridIds'>

/** Live needs of the same community and category for the same ground or in like words: 重复提醒, advice and no bar. */
export async function findLikeNeeds(db: Reader, need: Compared) {
  const rows = await db
    .select({
      id: needs.id,
      refNo: needs.refNo,
      title: needs.title,
      evidence: needs.evidence,
      gridIds: needs.gridIds,
      state: needs.state,
    })
    .from(needs)
    .where(
      and(
        eq(needs.communityId, need.communityId),
        eq(needs.category, need.category),
        inArray(needs.state, live),
        ne(needs.id, need.id),
      ),
    )
  const everywhere = (need.gridIds ?? []).length === 0
  return rows
    .map((row) => ({
      ...row,
      ground:
        everywhere || (row.gridIds ?? []).length === 0 || row.gridIds!.some((g) => need.gridIds!.includes(g)),
      like: likeness(need.title + need.evidence, row.title + row.evidence),
    }))
    .filter(({ ground, like }) => ground || like > 0.4)
    .sort((a, b) => b.like - a.like)
    .map(({ id, refNo, title, state }) => ({ id, refNo, title, state }))
}
