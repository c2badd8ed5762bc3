import { and, eq, sql } from 'drizzle-orm'
import { ledgerEntries, ledgerPostings } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { type LedgerAccount, ledgerAccounts } from '#db/vocabulary.ts'
import { type Fen, fen, zero } from '../money.ts'

export type Balances = Record<LedgerAccount, Fen>
/** Whose entries are added up; several narrow each other. */
export type Of = {
  lineId?: string
  planId?: string
  contractId?: string
  milestoneId?: string
  paymentId?: string
  giftId?: string
}

/** What stands on each account, in 分: always the sum of the entries, never a stored total. */
export async function balancesOf(db: Reader, of: Of): Promise<Balances> {
  const e = ledgerEntries
  const rows = await db
    .select({
      account: ledgerPostings.account,
      total: sql<number>`sum(${ledgerPostings.amount})`.mapWith(Number),
    })
    .from(ledgerPostings)
    .innerJoin(e, eq(e.id, ledgerPostings.entryId))
    .where(
      and(
        of.lineId ? eq(e.lineId, of.lineId) : undefined,
        of.planId ? eq(e.planId, of.planId) : undefined,
        of.contractId ? eq(e.contractId, of.contractId) : undefined,
        of.milestoneId ? eq(e.milestoneId, of.milestoneId) : undefined,
        of.paymentId ? eq(e.paymentId, of.paymentId) : undefined,
        of.giftId ? eq(e.giftId, of.giftId) : undefined,
      ),
    )
    .groupBy(ledgerPostings.account)
  const found = new Map(rows.map((r) => [r.account, fen(r.total)]))
  return Object.fromEntries(ledgerAccounts.map((a) => [a, found.get(a) ?? zero])) as Balances
}
