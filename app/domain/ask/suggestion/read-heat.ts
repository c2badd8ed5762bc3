import { desc, eq } from 'drizzle-orm'
import { heatTopics, places } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { parameter } from '../../parameters.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { bodiesOfCommunity } from '../../where/bodies-of-community.ts'
import { communityOfSeat } from '../community-of-seat.ts'
import { findHeat } from './find-heat.ts'

async function ownCommunity(ctx: Context) {
  const communityId = await communityOfSeat(ctx.db, ctx)
  const bodies = await bodiesOfCommunity(ctx.db, communityId)
  authorize(ctx.actor, 'suggestion.heat', bodies)
  return bodies
}

/** Topics that repeat in the acting committee's community, and what became of earlier ones. */
export async function readHeat(ctx: Context) {
  const { communityId, communityName } = await ownCommunity(ctx)
  const today = dateOf(ctx.clock.now())
  const [days, least] = [
    await parameter(ctx.db, 'HEAT_DAYS', today),
    await parameter(ctx.db, 'HEAT_COUNT', today),
  ]
  const decided = await ctx.db
    .select()
    .from(heatTopics)
    .where(eq(heatTopics.communityId, communityId))
    .orderBy(desc(heatTopics.decidedAt))
    .limit(20)
  return {
    communityName,
    days: days.value,
    least: least.value,
    source: least.source,
    hot: await findHeat(ctx.db, communityId, ctx.clock.now()),
    decided: decided.map(({ id, kind, category, decision, needId, reason, decidedAt, suggestionIds }) => ({
      ...{ id, kind, category, decision, needId, reason, decidedAt },
      asks: suggestionIds?.length ?? 0,
    })),
  }
}

/** One topic that repeats, before the committee that must say what becomes of it. */
export async function readOneHeat(ctx: Context, key: string) {
  const { communityId, communityName } = await ownCommunity(ctx)
  const heat = (await findHeat(ctx.db, communityId, ctx.clock.now())).find((h) => h.key === key)
  if (!heat) throw new Refusal('missing', 'heat')
  const [grid] = heat.gridId ? await ctx.db.select().from(places).where(eq(places.id, heat.gridId)) : []
  return { ...heat, communityName, gridName: grid?.name ?? null }
}
