import { and, desc, eq, inArray, isNull, lte, or } from 'drizzle-orm'
import {
  awards,
  challenges,
  contracts,
  linkages,
  needs,
  parties,
  planNeeds,
  plans,
  proposals,
  tenders,
} from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { authorize, may } from '../../policy/index.ts'
import { type Actor, readsOf } from '../../who/actor.ts'

/** Awards of a buyer whose objection window is over, with no contract drawn and no live challenge. */
export async function awardsToContract(db: Reader, ctx: Context, buyerId: string) {
  const rows = await db
    .select({
      awardId: awards.id,
      tenderId: tenders.id,
      title: tenders.title,
      price: awards.price,
      notifiedAt: awards.notifiedAt,
      supplier: parties.name,
    })
    .from(awards)
    .innerJoin(tenders, eq(tenders.id, awards.tenderId))
    .innerJoin(proposals, eq(proposals.id, awards.proposalId))
    .innerJoin(parties, eq(parties.id, proposals.supplierId))
    .leftJoin(contracts, eq(contracts.awardId, awards.id))
    .where(
      and(
        eq(tenders.buyerId, buyerId),
        isNull(contracts.id),
        inArray(awards.state, ['notified', 'effective']),
        lte(awards.windowEndsAt, ctx.clock.now()),
      ),
    )
  const live = await db
    .select({ tenderId: challenges.tenderId })
    .from(challenges)
    .where(inArray(challenges.state, ['submitted', 'admitted']))
  return rows.filter((row) => !live.some((c) => c.tenderId === row.tenderId))
}

type Body = typeof parties.$inferSelect
/** A centre and a grid team read by their street; nobody else does. */
const streetOf = (body: Body | undefined) =>
  ['service_centre', 'grid_team'].includes(body?.kind ?? '') ? (body?.streetId ?? '') : ''

/** Contracts whose 联动卡 names the body, and those that answer a need of its ground. */
async function idsAround(db: Reader, partyId: string, body: Body | undefined) {
  const named = await db
    .select({ id: linkages.contractId })
    .from(linkages)
    .where(eq(linkages.partyId, partyId))
  const around = await db
    .select({ id: contracts.id })
    .from(contracts)
    .innerJoin(planNeeds, eq(planNeeds.planId, contracts.planId))
    .innerJoin(needs, eq(needs.id, planNeeds.needId))
    .where(
      or(
        eq(needs.committeeId, partyId),
        eq(needs.streetId, streetOf(body)),
        eq(needs.communityId, body?.kind === 'station' ? (body.placeId ?? '') : ''),
      ),
    )
  return [...named, ...around].map((row) => row.id)
}

/** Contracts a seat has to do with, newest first: its body's own, or those of its community's needs. */
export async function contractsOf(db: Reader, actor: Actor) {
  const partyId = actor.seat?.partyId ?? ''
  const [body] = await db.select().from(parties).where(eq(parties.id, partyId))
  const ids = await idsAround(db, partyId, body)
  return db
    .select({ contract: contracts, planTitle: plans.title, supplier: parties.name })
    .from(contracts)
    .innerJoin(plans, eq(plans.id, contracts.planId))
    .innerJoin(parties, eq(parties.id, contracts.supplierId))
    .where(
      or(
        inArray(contracts.buyerId, readsOf(actor)),
        eq(contracts.supplierId, partyId),
        eq(contracts.buyerId, streetOf(body)),
        inArray(contracts.id, ids.length > 0 ? ids : ['']),
      ),
    )
    .orderBy(desc(contracts.createdAt), desc(contracts.id))
}
export type ListedContract = Awaited<ReturnType<typeof contractsOf>>[number]

/** The contracts page of a seat: awards to draw up where it handles, and every contract it has to do with. */
export async function contractsPage(ctx: Context) {
  authorize(ctx.actor, 'contract.list', {})
  const seat = ctx.actor.seat!
  const handles = seat.role.endsWith('_handler')
  const rows = await contractsOf(ctx.db, ctx.actor)
  return {
    toDraw: handles ? await awardsToContract(ctx.db, ctx, seat.partyId) : [],
    costs: may(ctx.actor, 'unit_cost.list', {}),
    contracts: rows.map(({ contract: c, supplier }) => ({
      id: c.id,
      refNo: c.refNo,
      title: c.title,
      supplier,
      price: c.price,
      from: c.from,
      to: c.to,
      state: c.state,
    })),
  }
}
