import { eq } from 'drizzle-orm'
import { budgetLines, fundPools } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../context.ts'
import { dateOf } from '../dates.ts'
import { type Fen, minus, negative } from '../money.ts'
import { Refusal } from '../refusal.ts'
import { balancesOf } from './balances.ts'
import { mustNotDouble } from './double-funding.ts'
import { mustFitPool } from './pool-rule.ts'
import { post } from './post.ts'

type Plan = { id: string; lineId: string; amount: Fen; version: number }
type Contract = { id: string; planId: string; lineId: string; price: Fen }

/** Refuses a line whose pool nobody has approved yet: only an intention may be published on it. */
export async function poolApproved(tx: Tx, ctx: Context, lineId: string) {
  const [pool] = await tx
    .select({ on: fundPools.approvedOn })
    .from(budgetLines)
    .innerJoin(fundPools, eq(fundPools.id, budgetLines.poolId))
    .where(eq(budgetLines.id, lineId))
  if (!pool) throw new Refusal('missing', 'no-budget-line')
  if (!pool.on || pool.on > dateOf(ctx.clock.now())) throw new Refusal('conflict', 'pool-not-approved')
}

/** 预留: sets an approved plan's amount (分) apart on its line. */
export async function reserve(tx: Tx, ctx: Context, plan: Plan) {
  await poolApproved(tx, ctx, plan.lineId)
  await mustFitPool(tx, plan, dateOf(ctx.clock.now()))
  await mustNotDouble(tx, plan)
  return post(tx, ctx, {
    kind: 'plan.reserve',
    source: `plan.reserve:${plan.id}:${plan.version}`,
    lineId: plan.lineId,
    planId: plan.id,
    postings: [
      ['appropriation', negative(plan.amount)],
      ['reserved', plan.amount],
    ],
  })
}

/** Gives 分 of a plan's reservation back to its line. */
export const release = (
  tx: Tx,
  ctx: Context,
  plan: Pick<Plan, 'id' | 'lineId'>,
  amount: Fen,
  source: string,
) =>
  post(tx, ctx, {
    kind: 'plan.release',
    source,
    lineId: plan.lineId,
    planId: plan.id,
    postings: [
      ['reserved', negative(amount)],
      ['appropriation', amount],
    ],
  })

/** 合同占用: the contract's price leaves the plan's reservation; what is left over returns to the line. */
export async function encumber(tx: Tx, ctx: Context, contract: Contract) {
  await poolApproved(tx, ctx, contract.lineId)
  const { reserved } = await balancesOf(tx, { planId: contract.planId })
  if (contract.price > reserved) throw new Refusal('conflict', 'contract-over-reservation')
  return post(tx, ctx, {
    kind: 'contract.encumber',
    source: `contract.encumber:${contract.id}`,
    lineId: contract.lineId,
    planId: contract.planId,
    contractId: contract.id,
    postings: [
      ['reserved', negative(reserved)],
      ['encumbered', contract.price],
      ['appropriation', minus(reserved, contract.price)],
    ],
  })
}
