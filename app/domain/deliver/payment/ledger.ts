import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import {
  budgetLines,
  contracts,
  fundPools,
  ledgerEntries,
  ledgerPostings,
  milestones,
  parties,
  payments,
  plans,
} from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { Refusal } from '../../refusal.ts'
import { balancesOf } from '../../treasury/balances.ts'
import { papersOf, voucherNosOf } from './ledger-papers.ts'

/** Whose entries: one project's or one budget line's. */
export type LedgerOf = { planId?: string; lineId?: string }

const postingsOf = (db: Reader, rows: readonly { entry: { id: string } }[]) =>
  db
    .select()
    .from(ledgerPostings)
    .where(
      inArray(
        ledgerPostings.entryId,
        rows.map(({ entry }) => entry.id),
      ),
    )

const entriesOf = (db: Reader, { planId, lineId }: LedgerOf) =>
  db
    .select({
      entry: ledgerEntries,
      plan: plans.title,
      part: milestones.title,
      payment: payments,
      contractNo: contracts.refNo,
      published: contracts.publishedAt,
    })
    .from(ledgerEntries)
    .leftJoin(plans, eq(plans.id, ledgerEntries.planId))
    .leftJoin(contracts, eq(contracts.id, ledgerEntries.contractId))
    .leftJoin(milestones, eq(milestones.id, ledgerEntries.milestoneId))
    .leftJoin(payments, eq(payments.id, ledgerEntries.paymentId))
    .where(
      and(
        planId ? eq(ledgerEntries.planId, planId) : undefined,
        lineId ? eq(ledgerEntries.lineId, lineId) : undefined,
      ),
    )
    .orderBy(asc(ledgerEntries.at), asc(ledgerEntries.source))

type Entry = Awaited<ReturnType<typeof entriesOf>>[number]
/** What an entry says by itself; its contract is linked to once that is published. */
const entryShown = (
  { entry, plan, part, payment, contractNo, published }: Entry,
  voucherNo: string | null,
) => ({
  id: entry.id,
  at: entry.at,
  kind: entry.kind,
  memo: entry.memo,
  planId: entry.planId,
  plan,
  part,
  contractNo,
  contractId: published ? entry.contractId : null,
  payment: payment && {
    id: payment.id,
    refNo: payment.refNo,
    voucherNo,
    receiptNo: payment.bankReceiptNo,
  },
})

/** 台账: every entry of a project or a line, the oldest first, each with its postings and its voucher. */
export async function ledgerOf(db: Reader, of: LedgerOf) {
  const rows = await entriesOf(db, of)
  const postings = await postingsOf(db, rows)
  const papers = await papersOf(db, rows)
  const voucherNoOf = await voucherNosOf(db, rows)
  return rows.map((row) => ({
    ...entryShown(row, voucherNoOf(row)),
    paper: papers.get(row.entry.source) ?? null,
    postings: postings
      .filter((p) => p.entryId === row.entry.id)
      .map(({ account, amount }) => ({ account, amount })),
  }))
}
export type LedgerRow = Awaited<ReturnType<typeof ledgerOf>>[number]

/** Every budget line with its pool and what stands on each account. */
export async function publicLines(db: Reader) {
  const rows = await db
    .select({ line: budgetLines, pool: fundPools, buyer: parties.name })
    .from(budgetLines)
    .innerJoin(fundPools, eq(fundPools.id, budgetLines.poolId))
    .innerJoin(parties, eq(parties.id, budgetLines.buyerId))
    .orderBy(desc(fundPools.year), asc(budgetLines.code))
  const approvedFirst = [...rows.filter((r) => r.pool.approvedOn), ...rows.filter((r) => !r.pool.approvedOn)]
  return Promise.all(
    approvedFirst.map(async ({ line, pool, buyer }) => ({
      id: line.id,
      code: line.code,
      name: line.name,
      amount: line.amount,
      buyer,
      pool: pool.name,
      source: pool.source,
      year: pool.year,
      approvedOn: pool.approvedOn,
      balances: await balancesOf(db, { lineId: line.id }),
    })),
  )
}
export type PublicLine = Awaited<ReturnType<typeof publicLines>>[number]

/** One line by its id, as `publicLines` has it. */
export async function publicLine(db: Reader, lineId: string): Promise<PublicLine> {
  const found = (await publicLines(db)).find((line) => line.id === lineId)
  if (!found) throw new Refusal('missing', 'no-such-ledger')
  return found
}
