import { and, eq, gte, inArray } from 'drizzle-orm'
import { contracts, frameworks, offers, parties, plans } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { Refusal } from '../../refusal.ts'

/** A project whose contract runs, or an agreement that is open and has not run out: what an offer may go with. */
export async function openLines(db: Reader, today: string) {
  const running = await db
    .selectDistinct({ id: plans.id, title: plans.title, buyerId: plans.buyerId })
    .from(plans)
    .innerJoin(contracts, eq(contracts.planId, plans.id))
    .where(eq(contracts.state, 'published'))
  const open = await db
    .select({ id: frameworks.id, title: frameworks.title, buyerId: frameworks.buyerId })
    .from(frameworks)
    .where(and(eq(frameworks.state, 'published'), gte(frameworks.to, today)))
  return [
    ...running.map((one) => ({ ...one, line: `plan:${one.id}` })),
    ...open.map((one) => ({ ...one, line: `framework:${one.id}` })),
  ]
}

/** One offer with its partner, what it goes with, and who buys that. */
export async function findOffer(db: Reader, id: string) {
  const [found] = await db
    .select({ offer: offers, partner: parties.name, plan: plans, framework: frameworks })
    .from(offers)
    .innerJoin(parties, eq(parties.id, offers.partyId))
    .leftJoin(plans, eq(plans.id, offers.planId))
    .leftJoin(frameworks, eq(frameworks.id, offers.frameworkId))
    .where(eq(offers.id, id))
  const goesWith = found?.plan ?? found?.framework
  if (!found || !goesWith) throw new Refusal('missing', 'offer-missing')
  const line = {
    title: goesWith.title,
    to: found.plan ? `/projects/${found.plan.id}` : `/frameworks/${goesWith.id}`,
  }
  return { ...found.offer, partner: found.partner, buyerId: goesWith.buyerId, line }
}
export type OfferFacts = Awaited<ReturnType<typeof findOffer>>

/** Offers that anybody may see, of one project or agreement where one is named. */
export const listedOffers = (db: Reader, of: { planId?: string; frameworkId?: string } = {}) =>
  db
    .select({ offer: offers, partner: parties.name })
    .from(offers)
    .innerJoin(parties, eq(parties.id, offers.partyId))
    .where(
      and(
        inArray(offers.state, ['listed', 'ended']),
        of.planId ? eq(offers.planId, of.planId) : undefined,
        of.frameworkId ? eq(offers.frameworkId, of.frameworkId) : undefined,
      ),
    )
    .orderBy(offers.from)
