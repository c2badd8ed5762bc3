import { and, asc, eq, gte, inArray, isNotNull, lt, ne, or, type SQL } from 'drizzle-orm'
import {
  budgetLines,
  contracts,
  fundPools,
  gifts,
  ledgerEntries,
  ledgerPostings,
  minorParts,
  minorQuotes,
  minorWorks,
  payments,
  plans,
  pots,
  settlements,
} from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { giftKinds, LedgerAccount, poolSources } from '#db/vocabulary.ts'
import { dateOf, startOf, yearOf } from '../../../dates.ts'
import { papersOf } from '../ledger-papers.ts'

/** Where money that reached a body stands in the ledger. */
export const reached: LedgerAccount[] = ['paid', 'co_fund_paid']
export type IncomeSource = (typeof poolSources)[number] | (typeof giftKinds)[number]

const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)

/** 订单月结 that this body claimed, by the number its entries carry. */
const claimsOf = async (db: Reader, partyId: string) =>
  (
    await db.select({ refNo: settlements.refNo }).from(settlements).where(eq(settlements.supplierId, partyId))
  ).map(({ refNo }) => refNo)
/** 民生微实事: the payments of the parts it did, by their source. */
async function partsOf(db: Reader, partyId: string) {
  const parts = await db
    .select({ id: minorParts.id })
    .from(minorParts)
    .innerJoin(minorWorks, eq(minorWorks.id, minorParts.workId))
    .innerJoin(minorQuotes, eq(minorQuotes.id, minorWorks.quoteId))
    .where(eq(minorQuotes.supplierId, partyId))
  return parts.map(({ id }) => `minor.pay:${id}`)
}

/** What makes an entry this body's: its contracts, its claims of orders, its parts of works, its gifts. */
async function entriesFor(db: Reader, partyId: string) {
  const own = await db.select({ id: contracts.id }).from(contracts).where(eq(contracts.supplierId, partyId))
  const given = await db
    .select({ id: gifts.id })
    .from(gifts)
    .innerJoin(pots, eq(pots.id, gifts.potId))
    .where(eq(pots.receiverId, partyId))
  const e = ledgerEntries
  return or(
    inArray(e.contractId, ids(own)),
    inArray(e.giftId, ids(given)),
    and(eq(e.kind, 'settlement.confirm'), inArray(e.memo, await claimsOf(db, partyId))),
    inArray(e.source, await partsOf(db, partyId)),
  )
}

const read = (db: Reader, which: SQL | undefined) =>
  db
    .select({
      entry: ledgerEntries,
      amount: ledgerPostings.amount,
      pool: fundPools.source,
      gift: gifts.kind,
      ownPlan: ledgerEntries.planId,
      giftPlan: contracts.planId,
      giftContract: pots.contractId,
      potId: pots.id,
      voucherNo: payments.voucherNo,
    })
    .from(ledgerEntries)
    .innerJoin(ledgerPostings, eq(ledgerPostings.entryId, ledgerEntries.id))
    .innerJoin(budgetLines, eq(budgetLines.id, ledgerEntries.lineId))
    .innerJoin(fundPools, eq(fundPools.id, budgetLines.poolId))
    .leftJoin(payments, eq(payments.id, ledgerEntries.paymentId))
    .leftJoin(gifts, eq(gifts.id, ledgerEntries.giftId))
    .leftJoin(pots, eq(pots.id, gifts.potId))
    .leftJoin(contracts, eq(contracts.id, pots.contractId))
    .where(which)
    .orderBy(asc(ledgerEntries.at), asc(ledgerEntries.source))

/** Entries of the ledger with their project, source and paper, the oldest first. */
async function shown(db: Reader, rows: Awaited<ReturnType<typeof read>>) {
  const planIds = [...new Set(rows.flatMap((r) => r.ownPlan ?? r.giftPlan ?? []))]
  const named = await db
    .select({ id: plans.id, title: plans.title })
    .from(plans)
    .where(inArray(plans.id, planIds))
  const papers = await papersOf(db, rows)
  return rows.map(({ entry, amount, pool, gift, ownPlan, giftPlan, giftContract, potId, voucherNo }) => {
    const planId = ownPlan ?? giftPlan
    const paper = papers.get(entry.source)
    const whole = planId ? `/open/ledger?plan=${planId}` : `/open/ledger?line=${entry.lineId}`
    const page = entry.paymentId ? `/open/ledger/${entry.paymentId}` : (paper?.href ?? whole)
    return {
      id: entry.id,
      at: entry.at,
      year: yearOf(dateOf(entry.at)),
      kind: entry.kind,
      lineId: entry.lineId,
      source: (gift ?? pool) as IncomeSource,
      planId,
      contractId: entry.contractId ?? giftContract,
      project: named.find(({ id }) => id === planId)?.title ?? '',
      href: potId ? `/cofund/${potId}` : page,
      no: voucherNo ?? paper?.no ?? entry.memo ?? '',
      amount,
    }
  })
}
export type Receipt = Awaited<ReturnType<typeof shown>>[number]

/** 收入明细: every entry of the ledger by which money reached a body, or was taken back from it, the oldest first. */
export const receiptsOf = async (db: Reader, partyId: string) =>
  shown(db, await read(db, and(inArray(ledgerPostings.account, reached), await entriesFor(db, partyId))))

/** Every entry of a year that touched one of these accounts, whosever it is; a budget counts in the year of its pool, and only once that is approved (预算法: 草案未经批准不得执行). */
export async function receiptsOn(db: Reader, accounts: readonly LedgerAccount[], year: number) {
  const { at, kind } = ledgerEntries
  const during = and(gte(at, startOf(`${year}-01-01`)), lt(at, startOf(`${year + 1}-01-01`)))
  const opened = and(eq(fundPools.year, year), isNotNull(fundPools.approvedOn))
  const counted = or(and(eq(kind, 'line.open'), opened), and(ne(kind, 'line.open'), during))
  return shown(db, await read(db, and(inArray(ledgerPostings.account, [...accounts]), counted)))
}
