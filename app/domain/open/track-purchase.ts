import { and, eq, isNotNull, ne } from 'drizzle-orm'
import {
  awards,
  challenges,
  complaints,
  contracts,
  frameworks,
  minorWorks,
  recoveries,
} from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { found } from './track-found.ts'

/** Where the numbers of a purchase beside its own lead, as far as its public pages go. */
export const purchaseFinders: Record<string, (db: Reader, refNo: string) => Promise<string>> = {
  ZY: async (db, refNo) =>
    `/challenges#${(await found(db.select({ no: challenges.refNo }).from(challenges).where(eq(challenges.refNo, refNo)))).no}`,
  TS: async (db, refNo) => {
    const of = db
      .select({ no: challenges.refNo })
      .from(complaints)
      .innerJoin(challenges, eq(challenges.id, complaints.challengeId))
      .where(eq(complaints.refNo, refNo))
    return `/challenges#${(await found(of)).no}`
  },
  GG: async (db, refNo) => {
    const out = and(eq(awards.noticeNo, refNo), isNotNull(awards.notifiedAt))
    return `/tenders/${(await found(db.select({ id: awards.tenderId }).from(awards).where(out))).id}/result`
  },
  KJ: async (db, refNo) => {
    const open = and(eq(frameworks.refNo, refNo), ne(frameworks.state, 'draft'))
    return `/frameworks/${(await found(db.select({ id: frameworks.id }).from(frameworks).where(open))).id}`
  },
  WS: async (db, refNo) => {
    const called = and(eq(minorWorks.refNo, refNo), ne(minorWorks.state, 'draft'))
    return `/minor-works/${(await found(db.select({ id: minorWorks.id }).from(minorWorks).where(called))).id}`
  },
  ZH: async (db, refNo) => {
    const back = db
      .select({ id: contracts.id })
      .from(recoveries)
      .innerJoin(contracts, eq(contracts.id, recoveries.contractId))
      .where(and(eq(recoveries.refNo, refNo), isNotNull(contracts.publishedAt)))
    return `/contracts/${(await found(back)).id}#recovery`
  },
}
