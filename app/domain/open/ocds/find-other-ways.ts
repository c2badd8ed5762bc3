import { and, asc, count, desc, eq, inArray, isNotNull, or, type SQL, sql } from 'drizzle-orm'
import {
  frameworkItems,
  frameworkProviders,
  frameworks,
  minorParts,
  minorQuotes,
  minorWorks,
  orders,
  settlements,
} from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { type Fen, fen, minus, sum } from '../../money.ts'
import { LEAST_PEOPLE } from './words.ts'

/** What residents confirmed of one provider beyond full tens: the last orders confirmed. */
const lastOf = (db: Reader, of: SQL | undefined, most: number) =>
  db
    .select({ amount: orders.amount })
    .from(orders)
    .where(of)
    .orderBy(desc(orders.closedAt), desc(orders.id))
    .limit(most)
/** What residents ordered of each provider and confirmed, in full tens, so that two releases never differ by one person's order. */
async function tensOf(db: Reader, frameworkId: string) {
  const confirmed = and(eq(orders.frameworkId, frameworkId), eq(orders.state, 'confirmed'))
  const { supplierId } = orders
  const total = sql<number>`sum(${orders.amount})`.mapWith(Number)
  const rows = await db
    .select({ supplierId, n: count(), total })
    .from(orders)
    .where(confirmed)
    .groupBy(supplierId)
  const tens: Array<{ supplierId: string; n: number; total: Fen }> = []
  for (const one of rows) {
    const over = one.n % LEAST_PEOPLE
    const last = over > 0 ? await lastOf(db, and(confirmed, eq(supplierId, one.supplierId)), over) : []
    const told = minus(fen(one.total), sum(last.map(({ amount }) => amount)))
    tens.push({ supplierId: one.supplierId, n: one.n - over, total: told })
  }
  return tens
}

/** 订单月结: every month of orders that was paid, the first paid first. */
const settledOf = (db: Reader, frameworkId: string) =>
  db
    .select()
    .from(settlements)
    .where(and(eq(settlements.frameworkId, frameworkId), eq(settlements.state, 'paid')))
    .orderBy(asc(settlements.paidAt), asc(settlements.refNo))

/** 框架协议 as it may be told on a day: whether its last day is over, prices, who was admitted or signed, and totals of what residents confirmed. */
export async function agreementOf(db: Reader, id: string, today: string) {
  const [framework] = await db
    .select()
    .from(frameworks)
    .where(and(eq(frameworks.id, id), isNotNull(frameworks.publishedAt)))
  if (!framework) return null
  const items = await db
    .select()
    .from(frameworkItems)
    .where(eq(frameworkItems.frameworkId, id))
    .orderBy(asc(frameworkItems.ordinal))
  const { state, signedAt } = frameworkProviders
  const admitted = or(inArray(state, ['admitted', 'ended']), isNotNull(signedAt))
  const providers = await db
    .select()
    .from(frameworkProviders)
    .where(and(eq(frameworkProviders.frameworkId, id), admitted))
    .orderBy(asc(frameworkProviders.decidedAt), asc(frameworkProviders.id))
  const over = framework.to < today
  const confirmed = await tensOf(db, id)
  return { framework, over, items, providers, confirmed, settled: await settledOf(db, id) }
}
export type Agreement = NonNullable<Awaited<ReturnType<typeof agreementOf>>>

/** 民生微实事 as it may be told: the call, from the choice on the quotes compared, then the order and its parts. */
export async function minorOf(db: Reader, id: string) {
  const [work] = await db
    .select()
    .from(minorWorks)
    .where(and(eq(minorWorks.id, id), isNotNull(minorWorks.calledAt)))
  if (!work) return null
  const quotes = await db
    .select()
    .from(minorQuotes)
    .where(and(eq(minorQuotes.workId, id), isNotNull(minorQuotes.price)))
    .orderBy(asc(minorQuotes.at), asc(minorQuotes.id))
  const parts = await db
    .select()
    .from(minorParts)
    .where(eq(minorParts.workId, id))
    .orderBy(asc(minorParts.ordinal))
  return { work, quotes, parts }
}
export type Minor = NonNullable<Awaited<ReturnType<typeof minorOf>>>

type Roles = Array<[partyId: string, role: string]>
/** Whoever was admitted supplies, and is paid for what residents confirm. */
export const rolesInAgreement = ({ providers }: Agreement): Roles =>
  providers.flatMap(
    ({ supplierId }): Roles => [
      [supplierId, 'supplier'],
      [supplierId, 'payee'],
    ],
  )
/** Whoever gave a quote; one that was chosen supplies. */
export const rolesInMinor = ({ quotes }: Minor): Roles =>
  quotes.flatMap(
    ({ supplierId, chosenAt }): Roles => [
      [supplierId, 'tenderer'],
      ...(chosenAt
        ? ([
            [supplierId, 'supplier'],
            [supplierId, 'payee'],
          ] satisfies Roles)
        : []),
    ],
  )
