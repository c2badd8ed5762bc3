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

/** A need that names no grid is for the whole community, and so for the ground of every other. */
const sharesGround = (one: Pick<Need, 'gridIds'>, other: Pick<Need, 'gridIds'>) => {
  const [here, there] = [one.gridIds ?? [], other.gridIds ?? []]
  return here.length === 0 || there.length === 0 || there.some((grid) => here.includes(grid))
}

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
  return rows
    .map((row) => ({
      ...row,
      ground: sharesGround(need, row),
      like: likeness(need.title + need.evidence, row.title + row.evidence),
    }))
    .filter(({ ground, like }) => ground || like > 0.4)
    .sort((a, b) => b.like - a.like)
    .map(({ id, refNo, title, state }) => ({ id, refNo, title, state }))
}
