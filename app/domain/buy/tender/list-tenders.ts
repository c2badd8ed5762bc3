import { and, desc, eq, gt, inArray, lte, notInArray, or } from 'drizzle-orm'
import { tenders } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { tenderRows } from './find-tender.ts'

/** Tenders one may propose to now, the next deadline first. */
export const openTenders = (db: Reader, now: Date) =>
  tenderRows(db)
    .where(and(eq(tenders.state, 'published'), gt(tenders.deadline, now)))
    .orderBy(tenders.deadline, tenders.refNo)

/** Tenders whose time for proposals is over, the newest first. */
export const closedTenders = (db: Reader, now: Date, limit = 60) =>
  tenderRows(db)
    .where(
      or(
        notInArray(tenders.state, ['draft', 'in_review', 'published', 'cancelled']),
        and(eq(tenders.state, 'published'), lte(tenders.deadline, now)),
        and(eq(tenders.state, 'cancelled'), gt(tenders.publishedAt, new Date(0))),
      ),
    )
    .orderBy(desc(tenders.deadline), desc(tenders.refNo))
    .limit(limit)

/** Every tender of some buyers, newest first. */
export const tendersOfBuyers = (db: Reader, buyerIds: readonly string[]) =>
  tenderRows(db)
    .where(inArray(tenders.buyerId, [...buyerIds]))
    .orderBy(desc(tenders.createdAt), desc(tenders.refNo))
