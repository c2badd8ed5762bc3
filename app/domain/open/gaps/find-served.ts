import { and, eq, inArray, isNotNull, ne } from 'drizzle-orm'
import {
  contracts,
  frameworkProviders,
  frameworks,
  minorQuotes,
  minorWorks,
  needs,
  parties,
  planNeeds,
  plans,
} from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { categories } from '#db/vocabulary.ts'
import { dateOf } from '../../dates.ts'
import type { Fen } from '../../money.ts'

export type Category = (typeof categories)[number]
type Served = { communityId: string; category: Category }
type Paper = {
  kind: 'contract' | 'minor' | 'framework'
  id: string
  planId: string
  supplier: { id: string; name: string; nameEn: string | null }
  price: Fen | null
  from: string
  to: string | null
  done: boolean
  /** Signed, and its first day still to come: promised rather than there. */
  ahead: boolean
}
/** A service that residents have or had: what stands behind it, who does it, and the needs it answers. */
export type Service = Omit<Paper, 'supplier'> & { suppliers: Paper['supplier'][]; served: Served[] }

const supplier = { id: parties.id, name: parties.name, nameEn: parties.nameEn }

/** 合同: made public and not ended early. */
async function byContract(db: Reader, today: string): Promise<Paper[]> {
  const rows = await db
    .select({ supplier, contract: contracts })
    .from(contracts)
    .innerJoin(parties, eq(parties.id, contracts.supplierId))
    .where(and(isNotNull(contracts.publishedAt), ne(contracts.state, 'terminated')))
  return rows.map(({ supplier, contract: { id, planId, price, from, to, state } }) => ({
    ...{ kind: 'contract' as const, id, planId, supplier, price, from, to },
    done: state === 'completed' || to < today,
    ahead: from > today,
  }))
}
async function byWork(db: Reader): Promise<Paper[]> {
  const rows = await db
    .select({ supplier, work: minorWorks })
    .from(minorWorks)
    .innerJoin(minorQuotes, eq(minorQuotes.id, minorWorks.quoteId))
    .innerJoin(parties, eq(parties.id, minorQuotes.supplierId))
    .where(inArray(minorWorks.state, ['working', 'finished']))
  return rows.map(({ supplier, work: { id, planId, price, signedAt, createdAt, state } }) => ({
    ...{ kind: 'minor' as const, id, planId, supplier, price },
    ...{ from: dateOf(signedAt ?? createdAt), to: null, done: state === 'finished', ahead: false },
  }))
}
/** 框架协议: it is paid by the order, so it has no price of its own. */
async function byAgreement(db: Reader, today: string): Promise<Paper[]> {
  const rows = await db
    .select({ supplier, agreement: frameworks })
    .from(frameworks)
    .innerJoin(frameworkProviders, eq(frameworkProviders.frameworkId, frameworks.id))
    .innerJoin(parties, eq(parties.id, frameworkProviders.supplierId))
    .where(and(ne(frameworks.state, 'draft'), eq(frameworkProviders.state, 'signed')))
  return rows.map(({ supplier, agreement: { id, planId, from, to, state } }) => ({
    ...{ kind: 'framework' as const, id, planId, supplier, price: null, from, to },
    done: state === 'closed' || to < today,
    ahead: from > today,
  }))
}

async function servedBy(db: Reader) {
  const rows = await db
    .select({ planId: planNeeds.planId, communityId: needs.communityId, category: needs.category })
    .from(planNeeds)
    .innerJoin(needs, eq(needs.id, planNeeds.needId))
    .innerJoin(plans, eq(plans.id, planNeeds.planId))
    .where(eq(plans.state, 'approved'))
  return Map.groupBy(rows, (row) => row.planId)
}

/** 在做的和做过的服务, whichever way they were bought; several providers of one agreement are one service. */
export async function servicesOn(db: Reader, today: string): Promise<Service[]> {
  const papers = [...(await byContract(db, today)), ...(await byWork(db)), ...(await byAgreement(db, today))]
  const served = await servedBy(db)
  return [...Map.groupBy(papers, ({ id }) => id).values()].map((same) => {
    const { supplier: _, ...one } = same[0]!
    return { ...one, suppliers: same.map((s) => s.supplier), served: served.get(one.planId) ?? [] }
  })
}
