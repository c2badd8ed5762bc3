import { and, eq, gt, lte } from 'drizzle-orm'
import { surveys } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import type { DeskItem } from '../../desk-item.ts'

/** 等我答的调查: those open in a resident's own community. Answers bear no name, so nobody knows who has given one. */
export async function deskOfAnswerer(db: Reader, { actor, clock }: Context): Promise<DeskItem[]> {
  const { personId, seat, communityId } = actor
  if (!personId || !communityId || (seat && seat.role !== 'resident')) return []
  const now = clock.now()
  const open = await db
    .select()
    .from(surveys)
    .where(
      and(
        eq(surveys.communityId, communityId),
        eq(surveys.state, 'published'),
        lte(surveys.opensAt, now),
        gt(surveys.closesAt, now),
      ),
    )
  return open.map((survey) => ({
    key: 'survey.answer',
    matter: survey.name,
    chapter: 'ask',
    due: { at: survey.closesAt, source: survey.refNo, mark: 'local' },
    since: survey.opensAt,
    link: `/survey/${survey.shortCode}`,
    kind: 'act',
  }))
}
