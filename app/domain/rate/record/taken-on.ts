import { and, eq, isNotNull } from 'drizzle-orm'
import {
  contracts,
  frameworkProviders,
  frameworks,
  minorQuotes,
  minorWorks,
  parties,
  plans,
} from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'

const shape = { planId: plans.id, title: plans.title, buyer: parties.name }

/** 合同: those made public. */
const underContract = (db: Reader, partyId?: string) =>
  db
    .select({ ...shape, supplierId: contracts.supplierId, contract: contracts, at: contracts.publishedAt })
    .from(contracts)
    .innerJoin(plans, eq(plans.id, contracts.planId))
    .innerJoin(parties, eq(parties.id, contracts.buyerId))
    .where(and(isNotNull(contracts.publishedAt), partyId ? eq(contracts.supplierId, partyId) : undefined))

/** 民生微实事: the works whose order it signed. */
const byWork = (db: Reader, partyId?: string) =>
  db
    .select({
      ...shape,
      supplierId: minorQuotes.supplierId,
      id: minorWorks.id,
      state: minorWorks.state,
      price: minorWorks.price,
      at: minorWorks.signedAt,
    })
    .from(minorWorks)
    .innerJoin(minorQuotes, eq(minorQuotes.id, minorWorks.quoteId))
    .innerJoin(plans, eq(plans.id, minorWorks.planId))
    .innerJoin(parties, eq(parties.id, minorWorks.buyerId))
    .where(and(isNotNull(minorWorks.signedAt), partyId ? eq(minorQuotes.supplierId, partyId) : undefined))

/** 框架协议: those it signed, also where it has left since; it is paid by the order, so there is no price. */
const byAgreement = (db: Reader, partyId?: string) =>
  db
    .select({
      ...shape,
      supplierId: frameworkProviders.supplierId,
      id: frameworks.id,
      state: frameworkProviders.state,
      agreement: frameworks.state,
      to: frameworks.to,
      at: frameworkProviders.signedAt,
    })
    .from(frameworkProviders)
    .innerJoin(frameworks, eq(frameworks.id, frameworkProviders.frameworkId))
    .innerJoin(plans, eq(plans.id, frameworks.planId))
    .innerJoin(parties, eq(parties.id, frameworks.buyerId))
    .where(
      and(
        isNotNull(frameworkProviders.signedAt),
        partyId ? eq(frameworkProviders.supplierId, partyId) : undefined,
      ),
    )

/** 承接的项目, of one body or of all: by contract, by the order of a minor work, by a framework agreement; the latest first. */
export async function takenOn(db: Reader, partyId?: string) {
  const [signed, works, agreements] = await Promise.all([
    underContract(db, partyId),
    byWork(db, partyId),
    byAgreement(db, partyId),
  ])
  return [
    ...signed.map((one) => ({ ...one, kind: 'contract' as const })),
    ...works.map((one) => ({ ...one, kind: 'minor' as const })),
    ...agreements.map((one) => ({ ...one, kind: 'framework' as const })),
  ].sort((a, b) => b.at!.getTime() - a.at!.getTime())
}
export type TakenOn = Awaited<ReturnType<typeof takenOn>>[number]
