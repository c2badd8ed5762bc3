import { and, desc, eq, inArray } from 'drizzle-orm'
import { needs, parties, places } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { dateOf, yearOf } from '../../dates.ts'
import { Refusal } from '../../refusal.ts'
import { needsOfCommittee, needsToDecide } from './list-needs.ts'

const buyers = ['street_handler', 'street_approver', 'district_handler', 'district_approver']
const readers = ['committee_clerk', 'committee_director', 'supervision_member', ...buyers]

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
  const { seat, personId } = ctx.actor
  if (!seat || !readers.includes(seat.role))
    throw new Refusal('forbidden', personId ? 'needs-another-seat' : 'sign-in-first')
  const buys = buyers.includes(seat.role)
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
    writes: seat.role === 'committee_clerk' || seat.role === 'committee_director',
    buys,
  }
}
