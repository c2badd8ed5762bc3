import { eq } from 'drizzle-orm'
import { parties, rankings, rankObjections } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import type { DeskItem } from '../../desk-item.ts'

/** Objections to a ranking that wait for the district. */
export async function deskOfRanking(db: Reader, ctx: Context): Promise<DeskItem[]> {
  if (ctx.actor.seat?.role !== 'district_approver') return []
  const rows = await db
    .select({ o: rankObjections, r: rankings, name: parties.name })
    .from(rankObjections)
    .innerJoin(rankings, eq(rankings.id, rankObjections.rankingId))
    .innerJoin(parties, eq(parties.id, rankObjections.partyId))
    .where(eq(rankObjections.state, 'raised'))
  return rows.map(({ o, r, name }) => ({
    ...{ key: 'rankObjection.decide', params: { period: r.period }, matter: name, chapter: 'rate' as const },
    ...{ due: null, since: o.raisedAt, link: `/desk/ranking/${r.id}`, kind: 'act' as const },
  }))
}
