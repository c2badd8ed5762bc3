import { and, asc, countDistinct, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import {
  attendances,
  contracts,
  diaryEntries,
  ledgerEntries,
  ledgerPostings,
  needs,
  parties,
  planNeeds,
} from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { categories } from '#db/vocabulary.ts'
import type { Context } from '../../context.ts'
import { type Fen, fen, sum } from '../../money.ts'
import { authorize } from '../../policy/index.ts'
import { measuredOf } from './measure.ts'

type Category = (typeof categories)[number]
type Done = { buyerId: string; category: Category | null; paid: Fen; people: number; personTimes: number }

const number = (value: unknown) => sql<number>`coalesce(sum(${value}), 0)`.mapWith(Number)
const byContract = <Row extends { id: string }>(rows: readonly Row[]) => new Map(rows.map((r) => [r.id, r]))

const paidUnder = (db: Reader) =>
  db
    .select({ id: sql<string>`${ledgerEntries.contractId}`, n: number(ledgerPostings.amount) })
    .from(ledgerPostings)
    .innerJoin(ledgerEntries, eq(ledgerEntries.id, ledgerPostings.entryId))
    .where(and(eq(ledgerPostings.account, 'paid'), isNotNull(ledgerEntries.contractId)))
    .groupBy(ledgerEntries.contractId)
const timesUnder = (db: Reader) =>
  db
    .select({ id: diaryEntries.contractId, n: number(diaryEntries.personTimes) })
    .from(diaryEntries)
    .groupBy(diaryEntries.contractId)
const peopleUnder = (db: Reader) =>
  db
    .select({ id: diaryEntries.contractId, n: countDistinct(attendances.serviceUserId) })
    .from(attendances)
    .innerJoin(diaryEntries, eq(diaryEntries.id, attendances.diaryEntryId))
    .groupBy(diaryEntries.contractId)

/** What was paid for, and who was reached by, every published contract; counted in the database, each contract's people for themselves. */
async function doneUnder(db: Reader): Promise<Done[]> {
  const under = await db
    .select({ id: contracts.id, planId: contracts.planId, buyerId: contracts.buyerId })
    .from(contracts)
    .where(isNotNull(contracts.publishedAt))
  const paid = byContract(await paidUnder(db))
  const times = byContract(await timesUnder(db))
  const people = byContract(await peopleUnder(db))
  const kinds = await kindsOf(db)
  return under.map(({ id, planId, buyerId }) => ({
    ...{ buyerId, category: kinds.get(planId) ?? null, paid: fen(paid.get(id)?.n ?? 0) },
    ...{ people: people.get(id)?.n ?? 0, personTimes: times.get(id)?.n ?? 0 },
  }))
}

/** The kind of a plan is that of its needs; one with several kinds has none of its own. */
async function kindsOf(db: Reader) {
  const rows = await db
    .selectDistinct({ planId: planNeeds.planId, category: needs.category })
    .from(planNeeds)
    .innerJoin(needs, eq(needs.id, planNeeds.needId))
  const several = new Set(rows.map((r) => r.planId).filter((id, i, all) => all.indexOf(id) !== i))
  return new Map(rows.filter((r) => !several.has(r.planId)).map((r) => [r.planId, r.category]))
}

const each = (paid: Fen, n: number) => fen(Math.round(paid / n))
/** One street's part of one kind; only what was both paid and delivered can be divided. */
function together(of: readonly Done[]) {
  const paid = sum(of.map((one) => one.paid))
  const people = of.reduce((n, one) => n + one.people, 0)
  const personTimes = of.reduce((n, one) => n + one.personTimes, 0)
  return {
    ...{ projects: of.length, paid, people, personTimes },
    ...{ perPerson: each(paid, people), perTime: each(paid, personTimes) },
  }
}

const buyersOf = (db: Reader, done: readonly Done[]) => {
  const ids = [...new Set(done.map((one) => one.buyerId))]
  const offices = inArray(parties.kind, ['street_office', 'district_office'])
  return db
    .select({ id: parties.id, name: parties.name, nameEn: parties.nameEn })
    .from(parties)
    .where(and(inArray(parties.id, ids.length > 0 ? ids : ['']), offices))
    .orderBy(asc(parties.name))
}

/** 街道之间: for one kind of service what a person reached cost at each buyer, and how residents and payees fared there; from facts, by the same rules for all. */
export async function streetBenchmarks(ctx: Context) {
  authorize(ctx.actor, 'unit_cost.list', {})
  const done = await doneUnder(ctx.db)
  const streets = await buyersOf(ctx.db, done)
  const counted = done.filter((one) => one.paid > 0 && one.people > 0 && one.personTimes > 0)
  const now = ctx.clock.now()
  const at = (category: Category | null) =>
    streets.flatMap((street) => {
      const of = counted.filter((one) => one.category === category && one.buyerId === street.id)
      return of.length > 0 ? [{ ...street, ...together(of) }] : []
    })
  const measured = (id: string) => measuredOf(ctx.db, 'street', id, now)
  return {
    kinds: [...new Set(counted.map((one) => one.category))]
      .map((category) => ({ category, streets: at(category) }))
      .sort((a, b) => b.streets.length - a.streets.length),
    streets: await Promise.all(streets.map(async (one) => ({ ...one, measured: await measured(one.id) }))),
  }
}
export type Benchmarks = Awaited<ReturnType<typeof streetBenchmarks>>
