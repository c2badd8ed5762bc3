import { and, eq } from 'drizzle-orm'
import { budgetLines, fundPools, ledgerEntries } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../context.ts'
import { type Fen, minus, negative, sum } from '../money.ts'
import { Refusal } from '../refusal.ts'
import { keepGuard } from './keep-guard.ts'
import { post } from './post.ts'

/** What is left of the line's pool falls by the line (分): no pool gives more than it holds. */
async function takeFromPool(tx: Tx, line: { id: string; amount: Fen }) {
  const [row] = await tx
    .select({ pool: fundPools })
    .from(budgetLines)
    .innerJoin(fundPools, eq(fundPools.id, budgetLines.poolId))
    .where(eq(budgetLines.id, line.id))
  if (!row) return
  const opened = await tx
    .select({ amount: budgetLines.amount })
    .from(budgetLines)
    .innerJoin(ledgerEntries, eq(ledgerEntries.lineId, budgetLines.id))
    .where(and(eq(budgetLines.poolId, row.pool.id), eq(ledgerEntries.kind, 'line.open')))
  const now = minus(row.pool.total, sum([line.amount, ...opened.map(({ amount }) => amount)]))
  if (now < 0) throw new Refusal('conflict', 'pool-overdrawn')
  const moved = { account: 'appropriation' as const, by: negative(line.amount), now }
  await keepGuard(tx, { scope: 'pool', of: row.pool.id }, [moved])
}

/** 指标下达: the line's amount (分) comes from its pool; before this entry it holds nothing. */
export async function openLine(tx: Tx, ctx: Context, line: { id: string; amount: Fen }) {
  await takeFromPool(tx, line)
  return post(tx, ctx, {
    kind: 'line.open',
    source: `line.open:${line.id}`,
    lineId: line.id,
    postings: [
      ['source', negative(line.amount)],
      ['appropriation', line.amount],
    ],
  })
}
