import { and, eq, inArray, isNull, type SQL } from 'drizzle-orm'
import { frameworkItems, frameworkProviders, frameworks, orders } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf, endOf } from '../../dates.ts'
import type { DeskItem, Due } from '../../desk-item.ts'
import { dueOf } from '../../due.ts'
import { parameter } from '../../parameters.ts'
import { writersOf } from '../../written-by.ts'
import { type Framework, frameworksOf, written } from './find-framework.ts'
import { kinOf } from './kinship.ts'

const chapter = 'buy' as const

/** Drafts before this seat: an approver finds none that he wrote any version of. */
async function draftsFor(db: Reader, { actor }: Context, mine: readonly Framework[]) {
  const drafts = mine.filter(({ state }) => state === 'draft')
  if (!actor.seat!.role.endsWith('_approver')) return drafts
  const writers = await writersOf(db, drafts, written)
  return drafts.filter(({ id }) => !writers.get(id)!.includes(actor.personId!))
}

async function ofBuyer(db: Reader, ctx: Context): Promise<DeskItem[]> {
  const { role, partyId } = ctx.actor.seat!
  const approves = role.endsWith('_approver')
  const mine = await frameworksOf(db, partyId)
  const drafts = await draftsFor(db, ctx, mine)
  const to = (id: string) => `/desk/frameworks/${id}`
  const toPublish: DeskItem[] = drafts.map((f) => ({
    ...{
      key: 'framework.publish',
      matter: f.title,
      amount: f.ceiling,
      chapter,
      due: null,
      since: f.createdAt,
    },
    ...{ link: to(f.id), kind: approves ? ('act' as const) : ('wait' as const) },
  }))
  const waiting = await db
    .select({ provider: frameworkProviders, title: frameworks.title })
    .from(frameworkProviders)
    .innerJoin(frameworks, eq(frameworks.id, frameworkProviders.frameworkId))
    .where(and(eq(frameworks.buyerId, partyId), eq(frameworkProviders.state, 'applied')))
  const { source, mark } = await parameter(db, 'FRAMEWORK_REVIEW', dateOf(ctx.clock.now()))
  const asked: DeskItem[] = waiting.map(({ provider: p, title }) => ({
    ...{ key: 'provider.decide', matter: title, chapter, since: p.appliedAt, link: to(p.frameworkId) },
    ...{ due: { at: endOf(p.reviewBy), source, mark: mark as Due['mark'] }, kind: 'act' as const },
  }))
  return approves ? [...toPublish, ...asked, ...runOut(mine, ctx)] : toPublish
}

/** 已到期未停止: the agreement has run out; closing it says so and gives back what was not ordered. */
const runOut = (mine: readonly Framework[], ctx: Context): DeskItem[] =>
  mine
    .filter(({ state, to }) => state === 'published' && to < dateOf(ctx.clock.now()))
    .map(({ id, title, to }) => ({
      ...{ key: 'framework.close', matter: title, chapter, due: null, since: endOf(to) },
      ...{ link: `/desk/frameworks/${id}`, kind: 'act' as const },
    }))

async function rowsOf(db: Reader, where: SQL | undefined) {
  return db
    .select({ order: orders, item: frameworkItems.name })
    .from(orders)
    .innerJoin(frameworkItems, eq(frameworkItems.id, orders.itemId))
    .where(where)
}
const linked = (id: string) => ({ chapter, link: `/orders/${id}` })

async function ofProvider(db: Reader, ctx: Context): Promise<DeskItem[]> {
  const mine = and(
    eq(orders.supplierId, ctx.actor.seat!.partyId),
    inArray(orders.state, ['placed', 'accepted']),
    isNull(orders.careId),
  )
  const rows = await rowsOf(db, mine)
  return Promise.all(
    rows.map(async ({ order, item }): Promise<DeskItem> => {
      const placed = order.state === 'placed'
      const due = placed ? await dueOf(db, ctx, 'ORDER_ACCEPT', dateOf(order.placedAt)) : null
      const key = placed ? 'order.accept' : 'order.finish'
      return {
        ...linked(order.id),
        key,
        matter: item,
        amount: order.amount,
        due,
        since: order.placedAt,
        kind: 'act',
      }
    }),
  )
}

async function ofFamily(db: Reader, ctx: Context): Promise<DeskItem[]> {
  const me = ctx.actor.personId!
  const people = [me, ...(await kinOf(db, me)).map((k) => k.personId)]
  const rows = await rowsOf(
    db,
    and(inArray(orders.personId, people), eq(orders.state, 'done'), isNull(orders.careId)),
  )
  return Promise.all(
    rows.map(async ({ order, item }): Promise<DeskItem> => {
      const due = await dueOf(db, ctx, 'ORDER_CONFIRM', dateOf(order.doneAt!))
      return {
        ...linked(order.id),
        key: 'order.confirm',
        matter: item,
        due,
        since: order.doneAt!,
        kind: 'act',
      }
    }),
  )
}

/** Agreements to publish, applications to answer, orders to take, to do and to confirm. */
export async function deskOfFramework(db: Reader, ctx: Context): Promise<DeskItem[]> {
  const { seat, personId } = ctx.actor
  if (!personId) return []
  if (!seat || seat.role === 'resident' || seat.role === 'family_agent') return ofFamily(db, ctx)
  if (/^(street|district)_(handler|approver)$/.test(seat.role)) return ofBuyer(db, ctx)
  return ['org_editor', 'org_signer', 'social_worker'].includes(seat.role) ? ofProvider(db, ctx) : []
}
