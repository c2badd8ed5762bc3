import { and, eq, sql } from 'drizzle-orm'
import { ledgerGuards } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { guardScopes, LedgerAccount } from '#db/vocabulary.ts'
import type { Fen } from '../money.ts'

export type Guarded = { scope: (typeof guardScopes)[number]; of: string }
/** What moved on an account, and what stands on it after that: both in 分. */
export type Moved = { account: LedgerAccount; by: Fen; now: Fen }

/** Moves the guard of each account by what was posted; the database itself refuses one that would be overdrawn. */
export async function keepGuard(tx: Tx, { scope, of }: Guarded, moved: readonly Moved[]) {
  const g = ledgerGuards
  for (const { account, by, now } of moved) {
    const kept = await tx
      .update(g)
      .set({ amount: sql`${g.amount} + ${by}` })
      .where(and(eq(g.scope, scope), eq(g.of, of), eq(g.account, account)))
      .returning({ amount: g.amount })
    if (kept.length === 0) await tx.insert(g).values({ scope, of, account, amount: now })
  }
}
