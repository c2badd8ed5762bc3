import { and, desc, eq, lte } from 'drizzle-orm'
import { budgetLines, fundPools, needs, planNeeds, poolRules } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { Refusal } from '../refusal.ts'

type Pool = typeof fundPools.$inferSelect
type Item = { category: string; itemType: string }

/** The rule of a source in force on a date; a source without one pays for nothing. */
export async function ruleOfSource(db: Reader, source: Pool['source'], on: string) {
  const [found] = await db
    .select()
    .from(poolRules)
    .where(and(eq(poolRules.source, source), lte(poolRules.from, on)))
    .orderBy(desc(poolRules.version))
    .limit(1)
  return found ?? null
}

/** The version of each source's rule in force on a date. */
export async function poolRulesOn(db: Reader, on: string) {
  const rows = await db
    .select()
    .from(poolRules)
    .where(lte(poolRules.from, on))
    .orderBy(desc(poolRules.version))
  return [...new Map(rows.reverse().map((rule) => [rule.source, rule])).values()]
}
export type PoolRule = Awaited<ReturnType<typeof poolRulesOn>>[number]

type Allowed = Pick<PoolRule, 'categories' | 'itemTypes'> | null
const isAmong = (allowed: readonly string[] | null | undefined, one: string) =>
  allowed === null || allowed === undefined || allowed.includes(one)
/** Whether money under this rule, and of this pool, may pay for one item. */
export const paysFor = (
  rule: Allowed,
  pool: Pick<Pool, 'categories'>,
  { category, itemType }: Item,
): boolean =>
  rule !== null &&
  isAmong(rule.categories, category) &&
  isAmong(rule.itemTypes, itemType) &&
  isAmong(pool.categories, category)

async function poolOfLine(db: Reader, lineId: string) {
  const [row] = await db
    .select({ pool: fundPools })
    .from(budgetLines)
    .innerJoin(fundPools, eq(fundPools.id, budgetLines.poolId))
    .where(eq(budgetLines.id, lineId))
  if (!row) throw new Refusal('missing', 'no-budget-line')
  return row.pool
}

/** Refuses to set money apart for what its pool may not pay for (专款专用). */
export async function mustFitPool(db: Reader, plan: { id: string; lineId: string }, today: string) {
  const pool = await poolOfLine(db, plan.lineId)
  const rule = await ruleOfSource(db, pool.source, today)
  const bought = await db
    .select({ category: needs.category, itemType: needs.itemType, title: needs.title })
    .from(planNeeds)
    .innerJoin(needs, eq(needs.id, planNeeds.needId))
    .where(eq(planNeeds.planId, plan.id))
  const outside = bought.find((item) => !paysFor(rule, pool, item))
  if (outside) throw new Refusal('conflict', 'pool-not-for-this', { pool: pool.name, need: outside.title })
}
