import { and, eq, inArray, ne } from 'drizzle-orm'
import { budgetLines, fundPools, methods, needs, planNeeds, plans } from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import { addMonths } from '../../dates.ts'
import { parameter } from '../../parameters.ts'
import { Refusal } from '../../refusal.ts'
import { balancesOf } from '../../treasury/balances.ts'
import { mustBeAssessed, mustBeGrounded, mustBeListed, mustBeNoEmployment, mustLast } from './check-words.ts'
import type { PlanFacts } from './find-plan.ts'
import { mustAddUp } from './plan-lines.ts'
import { type Method, methodsInForce, mustFit, placesOfBuyer } from './routes-for.ts'

type NeedRow = typeof needs.$inferSelect

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

type Term = { from: string; to: string }
/** 102号令: a term of at most a year (a parameter), an agreement's as long as its route lets it; its last day the eve of the same date. */
export async function mustBeShort(
  db: Reader,
  { from, to }: Term,
  method?: Pick<Method, 'framework' | 'termMonths'>,
) {
  const { value } = await parameter(db, 'CONTRACT_TERM_MAX', from)
  const months = method?.framework ? method.termMonths : value
  if (to >= addMonths(from, months)) throw new Refusal('invalid', 'term-too-long', { months })
}

/** A new plan begins under the version in force; one begun earlier keeps its own. */
export async function mustBeInForce(db: Reader, methodId: string, today: string) {
  const current = await methodsInForce(db, today)
  if (!current.some(({ id }) => id === methodId)) throw new Refusal('conflict', 'route-superseded')
}

/** A need is bought once: none of these may stand in another plan that lives. */
async function mustBeUnplanned(tx: Tx, needIds: readonly string[], planId: string | undefined) {
  const [taken] = await tx
    .select({ title: plans.title })
    .from(planNeeds)
    .innerJoin(plans, eq(plans.id, planNeeds.planId))
    .where(
      and(
        inArray(planNeeds.needId, [...needIds]),
        ne(plans.state, 'rejected'),
        planId ? ne(plans.id, planId) : undefined,
      ),
    )
  if (taken) throw new Refusal('conflict', 'need-in-other-plan', { plan: taken.title })
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
  await mustBeUnplanned(tx, needIds, planId)
  const own = (state: string) => state === 'in_purchase' && planId !== undefined
  for (const need of found) {
    if (need.state !== 'accepted' && need.state !== 'selected' && !own(need.state))
      throw new Refusal('conflict', 'need-not-ready', { need: need.title })
    if (buyer.kind === 'street_office' && need.streetId !== buyer.id)
      throw new Refusal('invalid', 'need-of-another-street', { need: need.title })
  }
  return found
}

type Whole = Parameters<typeof mustBeGrounded>[1] &
  Parameters<typeof mustLast>[1] &
  Parameters<typeof mustBeNoEmployment>[0] & {
    methodId: string
    exAnte: Record<string, string> | null
    catalogueId: string | null
  } & Term

/** What any plan must say, whoever writes it: a route that admits it, its term, its ground, its lines' sum. */
export async function mustBeWhole(tx: Tx, plan: Whole, bought: Pick<NeedRow, 'itemType'>[], today: string) {
  const method = await findMethod(tx, plan.methodId)
  const kinds = bought.map(({ itemType }) => itemType)
  mustFit(method, plan.amount, {
    kinds: kinds.length > 0 ? kinds : undefined,
    places: await placesOfBuyer(tx, plan.buyerId),
    ground: plan.directGround,
  })
  await mustBeShort(tx, plan, method)
  await mustLast(tx, plan, today)
  mustBeNoEmployment(plan)
  await mustBeGrounded(tx, plan, method)
  return method
}

/** What must hold before anyone is asked to sign: all of it, the line can bear it, its pool is approved. */
export async function mustBeSound(tx: Tx, plan: PlanFacts, today: string) {
  const method = await mustBeWhole(tx, plan, plan.needs, today)
  mustAddUp(plan.lines, plan.amount)
  await mustBeListed(tx, { ...plan, method }, today)
  await mustBeAssessed(tx, plan, today)
  const { pool } = await findLine(tx, plan.lineId)
  if (!pool.approvedOn || pool.approvedOn > today) throw new Refusal('conflict', 'pool-not-approved')
  const { appropriation } = await balancesOf(tx, { lineId: plan.lineId })
  if (plan.amount > appropriation) throw new Refusal('conflict', 'line-overdrawn')
}
