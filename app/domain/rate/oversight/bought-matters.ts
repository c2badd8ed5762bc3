import { and, eq, inArray, ne } from 'drizzle-orm'
import {
  contracts,
  frameworks,
  minorParts,
  minorQuotes,
  minorWorks,
  parties,
  payments,
  settlements,
} from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { planIdsOf } from '../record/contracts-of-community.ts'
import type { Matter, Wanted } from './matter.ts'

type Of = (db: Reader, planIds: string[], id: string | undefined) => Promise<Matter[]>
const by = (title: string, supplier: string | null) => (supplier ? `${title}（${supplier}）` : title)

const signed: Of = async (db, planIds, id) => {
  const rows = await db
    .select({ c: contracts, supplier: parties.name })
    .from(contracts)
    .innerJoin(parties, eq(parties.id, contracts.supplierId))
    .where(and(inArray(contracts.planId, planIds), id ? eq(contracts.id, id) : undefined))
  return rows.map(({ c, supplier }) => ({
    ...{ id: c.id, title: by(c.title, supplier), at: c.publishedAt ?? c.createdAt },
    ...{ amount: c.price, href: `/projects/${c.planId}`, buyerId: c.buyerId },
  }))
}

/** 民生微实事: from the day quotes are asked for. */
const works: Of = async (db, planIds, id) => {
  const rows = await db
    .select({ w: minorWorks, supplier: parties.name })
    .from(minorWorks)
    .leftJoin(minorQuotes, eq(minorQuotes.id, minorWorks.quoteId))
    .leftJoin(parties, eq(parties.id, minorQuotes.supplierId))
    .where(
      and(
        inArray(minorWorks.planId, planIds),
        ne(minorWorks.state, 'draft'),
        id ? eq(minorWorks.id, id) : undefined,
      ),
    )
  return rows.map(({ w, supplier }) => ({
    ...{ id: w.id, title: by(`${w.refNo} ${w.title}`, supplier) },
    ...{ at: w.signedAt ?? w.chosenAt ?? w.calledAt ?? w.createdAt, amount: w.price ?? w.ceiling },
    ...{ href: `/minor-works/${w.id}`, buyerId: w.buyerId },
  }))
}

/** 框架协议: with the most that all orders under it may come to. */
const agreements: Of = async (db, planIds, id) => {
  const rows = await db
    .select()
    .from(frameworks)
    .where(
      and(
        inArray(frameworks.planId, planIds),
        ne(frameworks.state, 'draft'),
        id ? eq(frameworks.id, id) : undefined,
      ),
    )
  return rows.map((f) => ({
    ...{ id: f.id, title: `${f.refNo} ${f.title}`, at: f.publishedAt ?? f.createdAt },
    ...{ amount: f.ceiling, href: `/frameworks/${f.id}`, buyerId: f.buyerId },
  }))
}

const paid: Of = async (db, planIds, id) => {
  const rows = await db
    .select({ p: payments, c: contracts })
    .from(payments)
    .innerJoin(contracts, eq(contracts.id, payments.contractId))
    .where(and(inArray(contracts.planId, planIds), id ? eq(payments.id, id) : undefined))
  return rows.map(({ p, c }) => ({
    ...{ id: p.id, title: `${p.refNo} ${c.title}`, at: p.paidAt ?? p.requestedAt, amount: p.amount },
    ...{ href: `/open/ledger?plan=${c.planId}`, buyerId: c.buyerId },
  }))
}

/** 进度款: a part of the works once it was accepted, for its money is due then. */
const parts: Of = async (db, planIds, id) => {
  const rows = await db
    .select({ p: minorParts, w: minorWorks })
    .from(minorParts)
    .innerJoin(minorWorks, eq(minorWorks.id, minorParts.workId))
    .where(
      and(
        inArray(minorWorks.planId, planIds),
        inArray(minorParts.state, ['accepted', 'paid']),
        id ? eq(minorParts.id, id) : undefined,
      ),
    )
  return rows.map(({ p, w }) => ({
    ...{ id: p.id, title: `${w.refNo} ${w.title} ${p.title}`, at: p.paidAt ?? p.acceptedAt! },
    ...{ amount: p.amount, href: `/minor-works/${w.id}`, buyerId: w.buyerId },
  }))
}

/** 订单月结: a month's claim of one provider, until it is sent back; how many orders, never whose. */
const claims: Of = async (db, planIds, id) => {
  const rows = await db
    .select({ s: settlements, f: frameworks, supplier: parties.name })
    .from(settlements)
    .innerJoin(frameworks, eq(frameworks.id, settlements.frameworkId))
    .innerJoin(parties, eq(parties.id, settlements.supplierId))
    .where(
      and(
        inArray(frameworks.planId, planIds),
        ne(settlements.state, 'returned'),
        id ? eq(settlements.id, id) : undefined,
      ),
    )
  return rows.map(({ s, f, supplier }) => ({
    ...{ id: s.id, title: by(`${s.refNo} ${f.title} ${s.month}`, supplier), at: s.paidAt ?? s.claimedAt },
    ...{ amount: s.amount, href: `/frameworks/${f.id}`, buyerId: f.buyerId },
  }))
}

const all =
  (...ways: Of[]) =>
  async (db: Reader, { communityId, id }: Wanted) => {
    const planIds = await planIdsOf(db, communityId)
    const found: Matter[] = []
    for (const way of ways) found.push(...(await way(db, planIds, id)))
    return found.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  }
/** What was bought for a community by whichever way: contracts, 民生微实事, framework agreements. */
export const boughtFor = all(signed, works, agreements)
/** What was paid for it, or is due: of contracts, of works by their parts, of orders by the month. */
export const paidFor = all(paid, parts, claims)
