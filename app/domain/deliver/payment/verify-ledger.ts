import { asc, eq } from 'drizzle-orm'
import {
  budgetLines,
  contracts,
  ledgerEntries,
  ledgerGuards,
  ledgerPostings,
  payments,
} from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { type LedgerAccount, outsideAccounts } from '#db/vocabulary.ts'
import { balancesOf } from '../../treasury/balances.ts'
import { booksAgree } from '../../treasury/community-books/books-agree.ts'
import { settlementsAgree } from '../settlement/settlements-agree.ts'
import { moneyOf } from './money-law.ts'
import { recoveryOf } from './to-recover.ts'

/** What does not hold: which rule, of what. */
export type Fault = { rule: string; of: string; found: string }
export type Verdict = { holds: boolean; entries: number; lines: number; contracts: number; faults: Fault[] }

const accountOf: Record<string, 'requested' | 'in_transit' | 'paid'> = {
  requested: 'requested',
  checked: 'requested',
  approved: 'requested',
  returned_by_bank: 'requested',
  corrected: 'requested',
  submitted: 'in_transit',
  paid: 'paid',
}

async function entriesBalance(db: Reader): Promise<{ n: number; faults: Fault[] }> {
  const rows = await db
    .select({ id: ledgerEntries.id, source: ledgerEntries.source, amount: ledgerPostings.amount })
    .from(ledgerEntries)
    .leftJoin(ledgerPostings, eq(ledgerPostings.entryId, ledgerEntries.id))
    .orderBy(asc(ledgerEntries.id))
  const sums = new Map<string, { source: string; total: number }>()
  for (const { id, source, amount } of rows)
    sums.set(id, { source, total: (sums.get(id)?.total ?? 0) + (amount ?? Number.NaN) })
  const off = [...sums.values()].filter(({ total }) => total !== 0)
  return {
    n: sums.size,
    faults: off.map(({ source, total }) => ({ rule: 'entry-balances', of: source, found: String(total) })),
  }
}

async function linesHold(db: Reader): Promise<{ n: number; faults: Fault[] }> {
  const lines = await db.select().from(budgetLines)
  const faults: Fault[] = []
  for (const line of lines) {
    const b = await balancesOf(db, { lineId: line.id })
    if (b.source !== -line.amount)
      faults.push({ rule: 'line-opened-once', of: line.code, found: String(b.source) })
    for (const [account, amount] of Object.entries(b))
      if (!outsideAccounts.includes(account as LedgerAccount) && amount < 0)
        faults.push({ rule: 'never-overdrawn', of: `${line.code} ${account}`, found: String(amount) })
  }
  return { n: lines.length, faults }
}

/** What each account of a contract should say by its payments, less what came back. */
async function byPayments(db: Reader, contractId: string, received: number) {
  const asked = await db.select().from(payments).where(eq(payments.contractId, contractId))
  const should = { requested: 0, in_transit: 0, paid: 0 }
  for (const p of asked) if (accountOf[p.state]) should[accountOf[p.state]!] += p.amount
  should.paid -= received
  return should
}

async function contractHolds(
  db: Reader,
  { id, refNo, price, recovered }: typeof contracts.$inferSelect,
): Promise<Fault[]> {
  const { gates, live, paid, over } = await moneyOf(db, id)
  const booked = await balancesOf(db, { contractId: id })
  const back = await recoveryOf(db, { id, recovered })
  const should = await byPayments(db, id, back.received)
  const wrong = (['requested', 'in_transit', 'paid'] as const).filter((a) => should[a] !== booked[a])
  const astray = back.received !== booked.returned || back.out < 0
  const unlawful = over || live > gates || paid > live || gates > price
  const fault = (rule: string, found: string): Fault => ({ rule, of: refNo, found })
  return [
    ...wrong.map((a) => ({
      rule: 'payments-agree',
      of: `${refNo} ${a}`,
      found: `${booked[a]} / ${should[a]}`,
    })),
    ...(astray ? [fault('recoveries-agree', `${booked.returned} / ${back.received} ≤ ${back.owed}`)] : []),
    ...(unlawful ? [fault('moneys-law', `${paid} ≤ ${live} ≤ ${gates} ≤ ${price}`)] : []),
  ]
}

/** The database's guards against the postings they follow: every one must say what the entries sum to. */
async function guardsAgree(db: Reader): Promise<Fault[]> {
  const by = { line: 'lineId', plan: 'planId', contract: 'contractId' } as const
  const faults: Fault[] = []
  for (const guard of await db.select().from(ledgerGuards)) {
    if (guard.scope === 'pool') continue
    const sums = await balancesOf(db, { [by[guard.scope]]: guard.of })
    if (sums[guard.account] === guard.amount) continue
    const of = `${guard.scope} ${guard.of} ${guard.account}`
    faults.push({ rule: 'guards-agree', of, found: `${guard.amount} / ${sums[guard.account]}` })
  }
  return faults
}

/** Recomputes the whole ledger from its postings: yes, or every rule that does not hold. */
export async function verifyLedger(db: Reader): Promise<Verdict> {
  const entries = await entriesBalance(db)
  const lines = await linesHold(db)
  const all = await db.select().from(contracts)
  const faults = [
    ...entries.faults,
    ...lines.faults,
    ...(await guardsAgree(db)),
    ...(await settlementsAgree(db)),
    ...(await booksAgree(db)),
  ]
  for (const contract of all) faults.push(...(await contractHolds(db, contract)))
  return { holds: faults.length === 0, entries: entries.n, lines: lines.n, contracts: all.length, faults }
}
