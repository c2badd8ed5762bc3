import { desc, eq } from 'drizzle-orm'
import { careSettlements, careVisits, frameworkItems, frameworks, orders, parties } from '#db/schema/index.ts'
import { frameworksOf } from '../../buy/framework/find-framework.ts'
import type { Context } from '../../context.ts'
import { addMonths, dateOf } from '../../dates.ts'
import { authorize, may } from '../../policy/index.ts'
import { figuresOf, unsettled } from './month-figures.ts'
import { findSettlement } from './settle-month.ts'

const claims = (ctx: Context) =>
  ctx.db
    .select({
      claim: careSettlements,
      supplier: parties.name,
      title: frameworks.title,
      buyerId: frameworks.buyerId,
    })
    .from(careSettlements)
    .innerJoin(parties, eq(parties.id, careSettlements.supplierId))
    .innerJoin(frameworks, eq(frameworks.id, careSettlements.frameworkId))
    .orderBy(desc(careSettlements.month), desc(careSettlements.claimedAt))

/** What a provider may ask for now: the month that is over, by its agreements. */
async function ready(ctx: Context, supplierId: string) {
  const month = addMonths(`${dateOf(ctx.clock.now()).slice(0, 7)}-01`, -1).slice(0, 7)
  const own = await ctx.db
    .selectDistinct({ id: frameworks.id, title: frameworks.title })
    .from(careVisits)
    .innerJoin(orders, eq(orders.id, careVisits.orderId))
    .innerJoin(frameworks, eq(frameworks.id, orders.frameworkId))
    .where(eq(careVisits.supplierId, supplierId))
  const all = await Promise.all(
    own.map(async ({ id, title }) => {
      const figures = figuresOf(await unsettled(ctx.db, { frameworkId: id, supplierId, month }))
      return { id, title, month, ...figures }
    }),
  )
  return all.filter(({ visits }) => visits > 0)
}

/** 月度结算: a provider's own claims and what it may claim; a buyer's, of its agreements. */
export async function settlementsPage(ctx: Context) {
  authorize(ctx.actor, 'careSettlement.list', {})
  const { role, partyId } = ctx.actor.seat!
  const supplies = role.startsWith('org_')
  const bought = supplies ? [] : (await frameworksOf(ctx.db, partyId)).map((f) => f.id)
  const rows = (await claims(ctx)).filter(({ claim }) =>
    supplies ? claim.supplierId === partyId : bought.includes(claim.frameworkId),
  )
  return {
    supplies,
    ready: supplies ? await ready(ctx, partyId) : [],
    claims: rows.map(({ claim, supplier, title }) => ({
      ...{ id: claim.id, refNo: claim.refNo, month: claim.month, visits: claim.visits, amount: claim.amount },
      ...{ state: claim.state, supplier, title },
    })),
  }
}

/** One claim: its figures by service, so that both sides count the same; nobody's name. */
export async function settlementPage(ctx: Context, id: string) {
  const found = await findSettlement(ctx.db, id)
  authorize(ctx.actor, 'careSettlement.read', found)
  const rows = await ctx.db
    .select({
      item: frameworkItems.name,
      unit: frameworkItems.unit,
      price: frameworkItems.price,
      order: orders,
      visit: careVisits,
    })
    .from(careVisits)
    .innerJoin(orders, eq(orders.id, careVisits.orderId))
    .innerJoin(frameworkItems, eq(frameworkItems.id, orders.itemId))
    .where(eq(careVisits.settlementId, id))
    .orderBy(orders.doneOn, orders.refNo)
  const { framework, buyerId: _, ...claim } = found
  return {
    claim,
    framework: framework.title,
    lines: rows.map(({ item, unit, price, order, visit }) => ({
      ...{ refNo: order.refNo, item, unit, price, quantity: order.quantity, amount: order.amount },
      ...{ on: order.doneOn, via: visit.confirmedVia },
    })),
    may: {
      check: claim.state === 'claimed' && may(ctx.actor, 'careSettlement.check', found),
      return: claim.state === 'claimed' && may(ctx.actor, 'careSettlement.return', found),
    },
  }
}
