import { and, eq, inArray, ne } from 'drizzle-orm'
import { needs, planNeeds, plans } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Fen } from '#db/vocabulary.ts'
import { likeness } from '../suggestion/likeness.ts'
import type { Need, NeedState } from './find-need.ts'

const counted: NeedState[] = [
  'published',
  'accepted',
  'shortlisted',
  'selected',
  'not_selected',
  'in_purchase',
  'delivered',
]
const SAME_GROUP = 0.5
type Dates = { from: string | null; to: string | null }
export type Duplicate = {
  id: string
  refNo: string
  title: string
  state: NeedState
  targetGroup: string
  estimate: Fen
  /** The dates it is wanted or bought for; null where nobody said. */
  from: string | null
  to: string | null
  /** The plan that already pays for it, if there is one. */
  plan: { id: string; refNo: string; amount: Fen } | null
  overlap: 'dates' | 'dates-unknown'
}
type Sought = Pick<Need, 'id' | 'communityId' | 'category' | 'targetGroup' | 'startsOn' | 'endsOn'>

/** True, false, or null where either side has no dates. */
export function overlaps(a: Dates, b: Dates): boolean | null {
  if (!a.from || !a.to || !b.from || !b.to) return null
  return a.from <= b.to && b.from <= a.to
}

const plansOf = (db: Reader, needIds: string[]) =>
  db
    .select({
      needId: planNeeds.needId,
      id: plans.id,
      refNo: plans.refNo,
      amount: plans.amount,
      from: plans.from,
      to: plans.to,
    })
    .from(planNeeds)
    .innerJoin(plans, eq(plans.id, planNeeds.planId))
    .where(and(inArray(planNeeds.needId, needIds), inArray(plans.state, ['in_review', 'approved'])))

/**
 * Needs that would serve the same people twice or be paid twice: same community, category and target group, with dates
 * that overlap or that nobody gave. It warns whoever decides, with both sides; it bars nothing.
 */
export async function findDuplicates(db: Reader, need: Sought): Promise<Duplicate[]> {
  const same = and(
    eq(needs.communityId, need.communityId),
    eq(needs.category, need.category),
    inArray(needs.state, counted),
    ne(needs.id, need.id),
  )
  const rows = (await db.select().from(needs).where(same)).filter(
    (row) => need.targetGroup !== '' && likeness(need.targetGroup, row.targetGroup) >= SAME_GROUP,
  )
  if (rows.length === 0) return []
  const paid = await plansOf(
    db,
    rows.map((r) => r.id),
  )
  const own: Dates = { from: need.startsOn, to: need.endsOn }
  return rows.flatMap((row) => {
    const plan = paid.find((p) => p.needId === row.id) ?? null
    const dates = plan ? { from: plan.from, to: plan.to } : { from: row.startsOn, to: row.endsOn }
    const meets = overlaps(own, dates)
    if (meets === false || (row.state === 'delivered' && meets === null)) return []
    const { id, refNo, title, state, targetGroup, estimate } = row
    return {
      ...{ id, refNo, title, state, targetGroup, estimate, ...dates },
      plan: plan && { id: plan.id, refNo: plan.refNo, amount: plan.amount },
      overlap: meets ? ('dates' as const) : ('dates-unknown' as const),
    }
  })
}
