import { eq } from 'drizzle-orm'
import { costLines, ledgerEntries, ledgerPostings } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { LedgerAccount, LedgerKind } from '#db/vocabulary.ts'
import type { Context } from '../context.ts'
import { type Fen, sum } from '../money.ts'
import { Refusal } from '../refusal.ts'
import { type Balances, balancesOf, type Of } from './balances.ts'
import { type Guarded, keepGuard } from './keep-guard.ts'

export type Posting = readonly [LedgerAccount, Fen]
export type Entry = Of & {
  kind: LedgerKind
  /** The fact that makes the entry, once: `payment.paid:<id>`. */
  source: string
  lineId: string
  memo?: string | null
  /** 分, signed: into the account is positive. Postings of nought are left out. */
  postings: readonly Posting[]
}

/** Accounts that may never fall under nought: of the line, of the plan, of the contract. */
const ofLine: LedgerAccount[] = [
  'appropriation',
  'reserved',
  'encumbered',
  'requested',
  'in_transit',
  'paid',
  'returned',
  'co_fund_held',
  'co_fund_in_transit',
  'co_fund_paid',
  'refund_due',
  'refunded',
]
const ofPlan: LedgerAccount[] = ['reserved']
/** The accounts a contract's money stands on; what was reserved for it stands with its plan. */
export const ofContract = ['encumbered', 'requested', 'in_transit', 'paid', 'returned'] as const

/** Writes one balanced entry in 分, once for its source, and refuses it if any account would be overdrawn. */
export async function post(tx: Tx, ctx: Context, { postings, ...entry }: Entry): Promise<{ id: string }> {
  const kept = postings.filter(([, amount]) => (amount as number) !== 0)
  if (kept.length < 2 || (sum(kept.map(([, amount]) => amount)) as number) !== 0)
    throw new Refusal('invalid', 'entry-unbalanced')
  const seen = await tx
    .select({ id: ledgerEntries.id })
    .from(ledgerEntries)
    .where(eq(ledgerEntries.source, entry.source))
  if (seen.length > 0) throw new Refusal('conflict', 'already-posted')
  const [made] = await tx
    .insert(ledgerEntries)
    .values({ ...entry, at: ctx.clock.now() })
    .returning({ id: ledgerEntries.id })
  await tx
    .insert(ledgerPostings)
    .values(kept.map(([account, amount]) => ({ entryId: made!.id, account, amount })))
  await onePool(tx, entry)
  await neverOverdrawn(tx, entry, kept)
  return made!
}

/** 一项支出一个资金池: a part of a contract is paid from one line, for ever. */
async function onePool(tx: Tx, { milestoneId, lineId }: Pick<Entry, 'milestoneId' | 'lineId'>) {
  if (!milestoneId) return
  await tx.insert(costLines).values({ milestoneId, lineId }).onConflictDoNothing()
  const [claimed] = await tx.select().from(costLines).where(eq(costLines.milestoneId, milestoneId))
  if (claimed?.lineId !== lineId) throw new Refusal('conflict', 'one-cost-line-one-pool')
}

/** Refuses an entry that overdraws its line, its plan or its contract, then lets the database's own guards follow it. */
async function neverOverdrawn(tx: Tx, { lineId, planId, contractId }: Of, kept: readonly Posting[]) {
  const watched: Array<{ guard: Guarded; of: Of; accounts: readonly LedgerAccount[] }> = [
    { guard: { scope: 'line', of: lineId! }, of: { lineId }, accounts: ofLine },
    ...(planId ? [{ guard: { scope: 'plan' as const, of: planId }, of: { planId }, accounts: ofPlan }] : []),
    ...(contractId
      ? [{ guard: { scope: 'contract' as const, of: contractId }, of: { contractId }, accounts: ofContract }]
      : []),
  ]
  const stands: Balances[] = []
  for (const { of } of watched) stands.push(await balancesOf(tx, of))
  const over = watched.flatMap(({ accounts }, i) => accounts.filter((account) => stands[i]![account] < 0))[0]
  if (over) throw new Refusal('conflict', over === 'appropriation' ? 'line-overdrawn' : 'account-overdrawn')
  for (const [i, { guard, accounts }] of watched.entries())
    await keepGuard(tx, guard, movesOf(kept, accounts, stands[i]!))
}

const movesOf = (kept: readonly Posting[], accounts: readonly LedgerAccount[], now: Balances) =>
  accounts
    .map((account) => ({
      account,
      by: sum(kept.filter(([a]) => a === account).map(([, amount]) => amount)),
      now: now[account],
    }))
    .filter(({ by }) => by !== 0)
