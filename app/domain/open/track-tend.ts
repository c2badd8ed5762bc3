import { eq } from 'drizzle-orm'
import { bookings, hourServices, offers, resources } from '#db/schema/index.ts'
import type { Context } from '../context.ts'
import { may } from '../policy/index.ts'
import { Refusal } from '../refusal.ts'
import { findService } from '../tend/hours/find-service.ts'
import { findOffer } from '../tend/offers/find-offer.ts'
import { findBooking } from '../tend/resources/find-resource.ts'

/** Says the same of a number that is not there and of one that is others'. */
const onlyConcerned = (ctx: Context, after: string) =>
  new Refusal('forbidden', ctx.actor.personId ? 'number-of-others' : 'number-sealed', { after })

async function service(ctx: Context, refNo: string) {
  const of = eq(hourServices.refNo, refNo)
  const [found] = await ctx.db.select({ id: hourServices.id }).from(hourServices).where(of)
  if (found && may(ctx.actor, 'hourService.read', await findService(ctx.db, found.id)))
    return `/hours/services/${found.id}`
  throw onlyConcerned(ctx, '/hours')
}
async function booking(ctx: Context, refNo: string) {
  const [found] = await ctx.db.select({ id: bookings.id }).from(bookings).where(eq(bookings.refNo, refNo))
  if (found && may(ctx.actor, 'booking.read', await findBooking(ctx.db, found.id)))
    return `/bookings/${found.id}`
  throw onlyConcerned(ctx, '/bookings')
}
/** What is lent is everybody's to see. */
async function resource(ctx: Context, refNo: string) {
  const [found] = await ctx.db.select({ id: resources.id }).from(resources).where(eq(resources.refNo, refNo))
  if (!found) throw new Refusal('missing', 'no-such-number')
  return `/resources/${found.id}`
}

/** Listed, it is everybody's to see; before, its two sides'. */
async function offer(ctx: Context, refNo: string) {
  const [found] = await ctx.db.select().from(offers).where(eq(offers.refNo, refNo))
  const isPublic = found?.state === 'listed' || found?.state === 'ended'
  if (found && (isPublic || may(ctx.actor, 'partnerOffer.read', await findOffer(ctx.db, found.id))))
    return `/offers/${found.id}`
  throw onlyConcerned(ctx, '/offers')
}

/** Numbers of the community's standing work: each leads whom it concerns. */
export const tendFinders = { YG: service, JY: booking, ZK: resource, AX: offer }
