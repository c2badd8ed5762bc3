import { and, eq, inArray, ne } from 'drizzle-orm'
import { budgetLines, fundPools, methods, needs, planNeeds, plans } from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import { addMonths } from '../../dates.ts'
import type { Fen } from '../../money.ts'
import { parameter } from '../../parameters.ts'
import { Refusal } from '../../refusal.ts'
import { balancesOf } from '../../treasury/balances.ts'
import { mustFit } from './routes-for.ts'

/** 未列入预算不得实施: the line a plan would stand on, with its pool. */
export async function findLine(db: Reader, lineId: string) {
  const [row] = await db
    .select({ line: budgetLines, pool: fundPools })
    .from(budgetLines)
    .innerJoin(fundPools, eq(fundPools.id, budgetLines.poolId))
    .where(eq(budgetLines.id, lineId))
  if (!row) throw new Refusal('missing', 'no-budget-line')
  return row
}

export async function findMethod(db: Reader, methodId: string) {
  const [found] = await db.select().from(methods).where(eq(methods.id, methodId))
  if (!found) throw new Refusal('missing', 'route-missing')
  return found
}

/** 102号令: a term of at most a year (a parameter), its last day the eve of the same date. */
export async function mustBeShort(db: Reader, from: string, to: string) {
  const { value } = await parameter(db, 'CONTRACT_TERM_MAX', from)
  if (to >= addMonths(from, value)) throw new Refusal('invalid', 'term-too-long', { months: value })
}

/** Only needs the street took on, of this buyer's own ground, in no other live plan. */
export async function mustBeReady(
  tx: Tx,
  needIds: readonly string[],
  buyer: { id: string; kind: string },
  planId?: string,
) {
  const found = await tx
    .select()
    .from(needs)
    .where(inArray(needs.id, [...needIds]))
  if (found.length !== new Set(needIds).size) throw new Refusal('missing', 'need-missing')
  const taken = await tx
    .select({ needId: planNeeds.needId, title: plans.title })
    .from(planNeeds)
    .innerJoin(plans, eq(plans.id, planNeeds.planId))
    .where(
      and(
        inArray(planNeeds.needId, [...needIds]),
        ne(plans.state, 'rejected'),
        planId ? ne(plans.id, planId) : undefined,
      ),
    )
  if (taken[0]) throw new Refusal('conflict', 'need-in-other-plan', { plan: taken[0].title })
  const own = (state: string) => state === 'in_purchase' && planId !== undefined
  for (const need of found) {
    if (need.state !== 'accepted' && need.state !== 'selected' && !own(need.state))
      throw new Refusal('conflict', 'need-not-ready', { need: need.title })
    if (buyer.kind === 'street_office' && need.streetId !== buyer.id)
      throw new Refusal('invalid', 'need-of-another-street', { need: need.title })
  }
  return found
}

/** What must hold before anyone is asked to sign: the route admits the amount, the line can bear it, its pool is approved. */
export async function mustBeSound(
  tx: Tx,
  plan: { amount: Fen; methodId: string; lineId: string; from: string; to: string },
  today: string,
) {
  mustFit(await findMethod(tx, plan.methodId), plan.amount)
  await mustBeShort(tx, plan.from, plan.to)
  const { pool } = await findLine(tx, plan.lineId)
  if (!pool.approvedOn || pool.approvedOn > today) throw new Refusal('conflict', 'pool-not-approved')
  const { appropriation } = await balancesOf(tx, { lineId: plan.lineId })
  if (plan.amount > appropriation) throw new Refusal('conflict', 'line-overdrawn')
}
