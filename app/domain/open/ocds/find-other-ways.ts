import { and, asc, eq, inArray, isNotNull, or } from 'drizzle-orm'
import {
  frameworkItems,
  frameworkProviders,
  frameworks,
  minorParts,
  minorQuotes,
  minorWorks,
  orders,
} from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'

/** Every confirmed order of an agreement, the first confirmed first. */
const confirmedOf = (db: Reader, frameworkId: string) =>
  db
    .select({ supplierId: orders.supplierId, amount: orders.amount })
    .from(orders)
    .where(and(eq(orders.frameworkId, frameworkId), eq(orders.state, 'confirmed')))
    .orderBy(asc(orders.closedAt), asc(orders.id))

/** 框架协议 as it may be told: prices, who was admitted or signed, and totals of what residents confirmed. */
export async function agreementOf(db: Reader, id: string) {
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
  return { framework, items, providers, confirmed: await confirmedOf(db, id) }
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
