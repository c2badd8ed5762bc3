import { eq } from 'drizzle-orm'
import { ledgerEntries, ledgerPostings } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { LedgerAccount } from '#db/vocabulary.ts'
import type { Context } from '../context.ts'
import { type Fen, sum } from '../money.ts'
import { Refusal } from '../refusal.ts'
import { balancesOf, type Of } from './balances.ts'

export type Posting = readonly [LedgerAccount, Fen]
export type Entry = Of & {
  kind: string
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
]
const ofPlan: LedgerAccount[] = ['reserved']
const ofContract: LedgerAccount[] = ['encumbered', 'requested', 'in_transit', 'paid', 'returned']

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
  await neverOverdrawn(tx, entry)
  return made!
}

async function neverOverdrawn(tx: Tx, { lineId, planId, contractId }: Of) {
  const over = async (of: Of, accounts: LedgerAccount[]) => {
    const balances = await balancesOf(tx, of)
    return accounts.find((account) => balances[account] < 0)
  }
  const account =
    (await over({ lineId }, ofLine)) ??
    (planId ? await over({ planId }, ofPlan) : undefined) ??
    (contractId ? await over({ contractId }, ofContract) : undefined)
  if (account)
    throw new Refusal('conflict', account === 'appropriation' ? 'line-overdrawn' : 'account-overdrawn')
}
