import { and, desc, eq, inArray } from 'drizzle-orm'
import { needs, parties, places } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { dateOf, yearOf } from '../../dates.ts'
import { authorize, may } from '../../policy/index.ts'
import { needsOfCommittee, needsToDecide } from './list-needs.ts'

/** Needs taken up and not yet bought: what a buyer may plan for. */
async function readyToBuy(ctx: Context, partyId: string, role: string) {
  const street = role.startsWith('street_') ? eq(needs.streetId, partyId) : undefined
  return ctx.db
    .select({ need: needs, communityName: places.name })
    .from(needs)
    .innerJoin(places, eq(places.id, needs.communityId))
    .where(and(inArray(needs.state, ['accepted', 'selected']), street))
    .orderBy(desc(needs.decidedAt))
    .limit(200)
}

/** Working days until a deadline passes; none where no notice of holidays reaches so far. */
function daysLeft(ctx: Context, dueAt: Date | null) {
  const now = ctx.clock.now()
  const [today, last] = [dateOf(now), dateOf(new Date((dueAt ?? now).getTime() - 1))]
  return ctx.calendar.covers(yearOf(last)) && ctx.calendar.covers(yearOf(today))
    ? ctx.calendar.between(today, last)
    : null
}

/** The acting seat's needs: a committee's own; a street's to decide and to buy; a district's to buy. */
export async function readNeeds(ctx: Context) {
  authorize(ctx.actor, 'need.list', {})
  const seat = ctx.actor.seat!
  const buys = may(ctx.actor, 'need.list_ready', {})
  const toDecide = seat.role.startsWith('street_') ? await needsToDecide(ctx.db, seat.partyId) : []
  const [party] = await ctx.db
    .select({ name: parties.name })
    .from(parties)
    .where(eq(parties.id, seat.partyId))
  return {
    party: party?.name ?? '',
    own: buys ? [] : await needsOfCommittee(ctx.db, seat.partyId),
    toDecide: toDecide.map(({ need, communityName }) => ({
      ...need,
      communityName,
      left: daysLeft(ctx, need.dueAt),
    })),
    ready: buys
      ? (await readyToBuy(ctx, seat.partyId, seat.role)).map(({ need, communityName }) => ({
          ...need,
          communityName,
        }))
      : [],
    writes: may(ctx.actor, 'need.draft', { committeeId: seat.partyId }),
    buys,
  }
}
