import { and, asc, eq } from 'drizzle-orm'
import { needs, places, planNeeds, plans } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { Refusal } from '../../refusal.ts'

/** 样板: an approved project that a need may be written after, with what its own need said of whom it serves and what for. */
export async function projectLiked(db: Reader, planId: string) {
  const [found] = await db
    .select({
      id: plans.id,
      refNo: plans.refNo,
      title: plans.title,
      titleEn: plans.titleEn,
      community: places.name,
      category: needs.category,
      itemType: needs.itemType,
      targetGroup: needs.targetGroup,
      outcome: needs.outcome,
      catalogueId: needs.catalogueId,
    })
    .from(plans)
    .innerJoin(planNeeds, eq(planNeeds.planId, plans.id))
    .innerJoin(needs, eq(needs.id, planNeeds.needId))
    .innerJoin(places, eq(places.id, needs.communityId))
    .where(and(eq(plans.id, planId), eq(plans.state, 'approved')))
    .orderBy(asc(needs.refNo))
    .limit(1)
  if (!found) throw new Refusal('missing', 'project')
  return found
}
export type Liked = Awaited<ReturnType<typeof projectLiked>>

/** The project a need says it was written after; null: none, or none that is public any more. */
export async function likedBy(db: Reader, likePlanId: string | null) {
  if (!likePlanId) return null
  const [found] = await db
    .select({ id: plans.id, title: plans.title, titleEn: plans.titleEn })
    .from(plans)
    .where(and(eq(plans.id, likePlanId), eq(plans.state, 'approved')))
  return found ?? null
}
