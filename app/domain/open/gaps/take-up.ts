import { and, desc, eq, inArray } from 'drizzle-orm'
import { needs, parties } from '#db/schema/index.ts'
import { supportable } from '../../ask/need/support-need.ts'
import type { Context } from '../../context.ts'
import { may } from '../../policy/index.ts'
import type { Category } from './find-served.ts'
import { findShown } from './showcase.ts'

const MOST = 10
/** Needs of the same kinds in the reader's own community, which he may say he has too. */
const alikeAt = (ctx: Context, communityId: string, kinds: readonly Category[]) =>
  ctx.db
    .select({ id: needs.id, title: needs.title, refNo: needs.refNo })
    .from(needs)
    .where(
      and(
        eq(needs.communityId, communityId),
        inArray(needs.category, [...kinds]),
        inArray(needs.state, [...supportable]),
      ),
    )
    .orderBy(desc(needs.publishedAt))
    .limit(MOST)

/** Whether the acting seat writes needs: a committee's own. */
async function writes(ctx: Context) {
  const partyId = ctx.actor.seat?.partyId
  if (!partyId) return false
  const [party] = await ctx.db.select({ kind: parties.kind }).from(parties).where(eq(parties.id, partyId))
  return party?.kind === 'committee' && may(ctx.actor, 'need.draft', { committeeId: partyId })
}

/** 我们也想要: what the reader can do about a service of elsewhere: as a committee write it down, as a resident say 我也需要. */
export async function takeUp(ctx: Context, planId: string) {
  const { shown, least } = await findShown(ctx.db, planId, ctx.clock.now())
  const { communityId, personId } = ctx.actor
  return {
    shown,
    least,
    writes: await writes(ctx),
    signedIn: personId !== null,
    alike: communityId ? await alikeAt(ctx, communityId, shown.kinds) : [],
    topic: shown.kinds[0] ?? null,
  }
}
