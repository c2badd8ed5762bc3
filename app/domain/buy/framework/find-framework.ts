import { and, asc, desc, eq, inArray, notInArray, sql } from 'drizzle-orm'
import { frameworkItems, frameworkProviders, frameworks, orders, parties, plans } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { type Fen, fen } from '../../money.ts'
import { Refusal } from '../../refusal.ts'
import { writtenBy } from '../../written-by.ts'
import { findPlan } from '../plan/find-plan.ts'

export type Framework = typeof frameworks.$inferSelect
export type Provider = typeof frameworkProviders.$inferSelect

/** What writes on an agreement that is not published yet. */
export const written = ['framework.draft', 'framework.edit'] as const

/** 已到期: what was never closed but has run out takes nobody in and no more orders. */
export const standsAs = ({ state, to }: Pick<Framework, 'state' | 'to'>, today: string) =>
  state === 'published' && to < today ? ('expired' as const) : state

/** An agreement with its plan, its buyer and its services at their published prices. */
export async function findFramework(db: Reader, id: string) {
  const [found] = await db.select().from(frameworks).where(eq(frameworks.id, id))
  if (!found) throw new Refusal('missing', 'framework-missing')
  const items = await db
    .select()
    .from(frameworkItems)
    .where(eq(frameworkItems.frameworkId, id))
    .orderBy(asc(frameworkItems.ordinal))
  const plan = await findPlan(db, found.planId)
  return { ...found, plan, items, writtenBy: await writtenBy(db, found, ...written) }
}
export type FrameworkFacts = Awaited<ReturnType<typeof findFramework>>

type Chosen = { frameworkId: string; itemId: string; providerId: string }
/** What an order is held against, in one look: the agreement, whose ground it is for, and of it the service and the provider that were chosen. */
export async function findChosen(db: Reader, { frameworkId, itemId, providerId }: Chosen) {
  const { frameworkId: ofItem } = frameworkItems
  const { frameworkId: ofProvider } = frameworkProviders
  const [found] = await db
    .select({
      framework: frameworks,
      communityId: plans.communityId,
      price: frameworkItems.price,
      supplierId: frameworkProviders.supplierId,
      provider: frameworkProviders.state,
    })
    .from(frameworks)
    .innerJoin(plans, eq(plans.id, frameworks.planId))
    .leftJoin(frameworkItems, and(eq(frameworkItems.id, itemId), eq(ofItem, frameworks.id)))
    .leftJoin(frameworkProviders, and(eq(frameworkProviders.id, providerId), eq(ofProvider, frameworks.id)))
    .where(eq(frameworks.id, frameworkId))
  if (!found) throw new Refusal('missing', 'framework-missing')
  const { framework, communityId, price, supplierId, provider } = found
  return { framework: { ...framework, plan: { communityId } }, price, supplierId, provider }
}
/** Whose ground an agreement is for and whom it serves. */
export type Serving = Pick<FrameworkFacts, 'buyerId' | 'ageFrom'> & { plan: { communityId: string | null } }

export const providersOf = (db: Reader, frameworkId: string) =>
  db
    .select({
      provider: frameworkProviders,
      name: parties.name,
      nameEn: parties.nameEn,
      grade: parties.grade,
    })
    .from(frameworkProviders)
    .innerJoin(parties, eq(parties.id, frameworkProviders.supplierId))
    .where(eq(frameworkProviders.frameworkId, frameworkId))
    .orderBy(asc(frameworkProviders.appliedAt))

export async function findProvider(db: Reader, frameworkId: string, id: string) {
  const [found] = await db
    .select()
    .from(frameworkProviders)
    .where(and(eq(frameworkProviders.id, id), eq(frameworkProviders.frameworkId, frameworkId)))
  if (!found) throw new Refusal('missing', 'provider-missing')
  return found
}

/** 分 that all live orders of an agreement come to; of one person from a day on where asked. */
export async function orderedOf(
  db: Reader,
  frameworkId: string,
  of?: { personId: string; month: string },
): Promise<Fen> {
  const [row] = await db
    .select({ total: sql<number>`coalesce(sum(${orders.amount}), 0)`.mapWith(Number) })
    .from(orders)
    .where(
      and(
        eq(orders.frameworkId, frameworkId),
        notInArray(orders.state, ['refused', 'cancelled']),
        of ? eq(orders.personId, of.personId) : undefined,
        of ? sql`substr(${orders.wishedOn}, 1, 7) = ${of.month}` : undefined,
      ),
    )
  return fen(row?.total ?? 0)
}

/** What each provider did and what was confirmed, never of whom. */
export const workOf = (db: Reader, frameworkId: string) =>
  db
    .select({
      supplierId: orders.supplierId,
      state: orders.state,
      n: sql<number>`count(*)`.mapWith(Number),
      total: sql<number>`sum(${orders.amount})`.mapWith(Number),
    })
    .from(orders)
    .where(eq(orders.frameworkId, frameworkId))
    .groupBy(orders.supplierId, orders.state)

export const frameworksOf = (db: Reader, buyerId: string) =>
  db.select().from(frameworks).where(eq(frameworks.buyerId, buyerId)).orderBy(desc(frameworks.createdAt))
export const openFrameworks = (db: Reader) =>
  db
    .select()
    .from(frameworks)
    .where(inArray(frameworks.state, ['published', 'closed']))
    .orderBy(desc(frameworks.publishedAt))
