import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import { needs, supports } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { supportersOfNeed } from '../need/find-supporters.ts'
import { supportable } from '../need/support-need.ts'

const SHOWN = 3

const mostWanted = ({ db }: Context, communityId: string) =>
  db
    .select({ id: needs.id, title: needs.title })
    .from(needs)
    .leftJoin(supports, eq(supports.needId, needs.id))
    .where(and(eq(needs.communityId, communityId), inArray(needs.state, [...supportable])))
    .groupBy(needs.id, needs.title, needs.publishedAt)
    .orderBy(desc(sql`count(${supports.id})`), desc(needs.publishedAt))
    .limit(SHOWN)

const joinedOf = ({ db }: Context, personId: string, ids: string[]) =>
  db
    .select({ needId: supports.needId })
    .from(supports)
    .where(and(eq(supports.personId, personId), inArray(supports.needId, ids)))

/** What most neighbours of the reader already want, before he writes a word: 我也需要 is two taps from the front page. */
export async function wantedNearby(ctx: Context) {
  const { communityId, personId } = ctx.actor
  if (!communityId || !personId) return []
  const rows = await mostWanted(ctx, communityId)
  const ids = rows.map(({ id }) => id)
  const mine = await joinedOf(ctx, personId, ids)
  return Promise.all(
    rows.map(async (row) => ({
      ...row,
      also: await supportersOfNeed(ctx.db, row.id),
      said: mine.some(({ needId }) => needId === row.id),
    })),
  )
}
