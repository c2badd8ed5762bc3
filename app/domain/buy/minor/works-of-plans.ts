import { and, asc, eq, inArray, ne } from 'drizzle-orm'
import { minorParts, minorQuotes, minorWorks, parties } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { type Fen, sum } from '../../money.ts'

const worksIn = (db: Reader, planIds: string[]) =>
  db
    .select({
      id: minorWorks.id,
      planId: minorWorks.planId,
      refNo: minorWorks.refNo,
      state: minorWorks.state,
      price: minorWorks.price,
      quotesUntil: minorWorks.quotesUntil,
      signedAt: minorWorks.signedAt,
      supplierId: minorQuotes.supplierId,
      supplier: parties.name,
    })
    .from(minorWorks)
    .leftJoin(minorQuotes, eq(minorQuotes.id, minorWorks.quoteId))
    .leftJoin(parties, eq(parties.id, minorQuotes.supplierId))
    .where(and(inArray(minorWorks.planId, planIds), ne(minorWorks.state, 'draft')))
    .orderBy(asc(minorWorks.createdAt))
const partsIn = (db: Reader, workIds: string[]) =>
  db
    .select({
      id: minorParts.id,
      workId: minorParts.workId,
      title: minorParts.title,
      amount: minorParts.amount,
      state: minorParts.state,
      voucherNo: minorParts.voucherNo,
    })
    .from(minorParts)
    .where(inArray(minorParts.workId, workIds))
    .orderBy(asc(minorParts.workId), asc(minorParts.ordinal))

/** The latest public work of each plan, with its parts and how much of it was accepted and paid. */
export async function worksOfPlans(db: Reader, planIds: string[]) {
  const works = planIds.length ? await worksIn(db, planIds) : []
  const parts = works.length
    ? await partsIn(
        db,
        works.map((w) => w.id),
      )
    : []
  return new Map(
    works.map(({ planId, ...work }) => {
      const own = parts.filter((p) => p.workId === work.id)
      const of = (...states: string[]): Fen =>
        sum(own.filter((p) => states.includes(p.state)).map((p) => p.amount))
      const how = { accepted: of('accepted', 'paid'), paid: of('paid') }
      return [planId, { kind: 'minor' as const, ...work, ...how, parts: own }]
    }),
  )
}
export type WorkOfPlan = Awaited<ReturnType<typeof worksOfPlans>> extends Map<string, infer W> ? W : never
