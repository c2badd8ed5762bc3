import { and, asc, eq, inArray } from 'drizzle-orm'
import {
  acceptances,
  indicatorReadings,
  indicators,
  milestones,
  payments,
  recoveries,
} from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Process } from './find-process.ts'

export type Contract = Process['contracts'][number]

const partsOf = (db: Reader, { id }: Contract) =>
  db.select().from(milestones).where(eq(milestones.contractId, id)).orderBy(asc(milestones.ordinal))
const promisedIn = (db: Reader, { id }: Contract) =>
  db.select().from(indicators).where(eq(indicators.contractId, id)).orderBy(asc(indicators.code))
const readingsOf = (db: Reader, ids: string[]) =>
  db.select().from(indicatorReadings).where(inArray(indicatorReadings.milestoneId, ids))
const acceptedOf = (db: Reader, ids: string[]) =>
  db
    .select()
    .from(acceptances)
    .where(and(inArray(acceptances.milestoneId, ids), eq(acceptances.state, 'published')))
    .orderBy(asc(acceptances.publishedAt))
const paidOn = (db: Reader, { id }: Contract) =>
  db
    .select()
    .from(payments)
    .where(and(eq(payments.contractId, id), eq(payments.state, 'paid')))
    .orderBy(asc(payments.paidAt), asc(payments.refNo))
const backFrom = (db: Reader, { id }: Contract) =>
  db.select().from(recoveries).where(eq(recoveries.contractId, id)).orderBy(asc(recoveries.at))

/** Everything a published contract has behind it, in rows. */
export async function workOf(db: Reader, contract: Contract) {
  const parts = await partsOf(db, contract)
  const ids = parts.map((m) => m.id)
  return {
    parts,
    promised: await promisedIn(db, contract),
    readings: await readingsOf(db, ids),
    accepted: await acceptedOf(db, ids),
    paid: await paidOn(db, contract),
    back: await backFrom(db, contract),
  }
}
export type Work = Awaited<ReturnType<typeof workOf>>
