import { eq } from 'drizzle-orm'
import {
  appraisalItems,
  appraisalWorks,
  contracts,
  minorQuotes,
  minorWorks,
  parties,
  roundItems,
} from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'

const contracted = (db: Reader, appraisalId: string) =>
  db
    .select({
      ordinal: roundItems.ordinal,
      refNo: roundItems.refNo,
      id: contracts.id,
      planId: contracts.planId,
      title: contracts.title,
      supplierId: contracts.supplierId,
      supplier: parties.name,
    })
    .from(appraisalItems)
    .innerJoin(roundItems, eq(roundItems.id, appraisalItems.roundItemId))
    .innerJoin(contracts, eq(contracts.id, appraisalItems.contractId))
    .innerJoin(parties, eq(parties.id, contracts.supplierId))
    .where(eq(appraisalItems.appraisalId, appraisalId))

const works = (db: Reader, appraisalId: string) =>
  db
    .select({
      ordinal: roundItems.ordinal,
      refNo: roundItems.refNo,
      id: minorWorks.id,
      planId: minorWorks.planId,
      title: minorWorks.title,
      supplierId: minorQuotes.supplierId,
      supplier: parties.name,
    })
    .from(appraisalWorks)
    .innerJoin(roundItems, eq(roundItems.id, appraisalWorks.roundItemId))
    .innerJoin(minorWorks, eq(minorWorks.id, appraisalWorks.workId))
    .innerJoin(minorQuotes, eq(minorQuotes.id, minorWorks.quoteId))
    .innerJoin(parties, eq(parties.id, minorQuotes.supplierId))
    .where(eq(appraisalWorks.appraisalId, appraisalId))

/** What an appraisal asks about, in the order of its ballot: by contract, and 民生微实事. */
export async function appraisedIn(db: Reader, appraisalId: string) {
  const found = [...(await contracted(db, appraisalId)), ...(await works(db, appraisalId))]
  return found.toSorted((a, b) => a.ordinal - b.ordinal)
}

/** The appraisals that asked about something this body did. */
export async function appraisalIdsOf(db: Reader, partyId: string): Promise<string[]> {
  const asked = await db
    .select({ id: appraisalItems.appraisalId })
    .from(appraisalItems)
    .innerJoin(contracts, eq(contracts.id, appraisalItems.contractId))
    .where(eq(contracts.supplierId, partyId))
  const built = await db
    .select({ id: appraisalWorks.appraisalId })
    .from(appraisalWorks)
    .innerJoin(minorWorks, eq(minorWorks.id, appraisalWorks.workId))
    .innerJoin(minorQuotes, eq(minorQuotes.id, minorWorks.quoteId))
    .where(eq(minorQuotes.supplierId, partyId))
  return [...new Set([...asked, ...built].map(({ id }) => id))]
}
