import { plans } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { balancesOf } from '../../treasury/balances.ts'
import { release } from '../../treasury/reserve.ts'
import { voidApprovals } from './edit-plan.ts'
import { findPlan } from './find-plan.ts'
import { plan as machine } from './machine.ts'

/** 采购任务取消: the reservation goes back to its line, every signature is void, and the plan is a draft again. */
export async function layDownPlan(tx: Tx, ctx: Context, planId: string) {
  const was = await findPlan(tx, planId)
  if (was.state !== 'approved') return
  const { reserved } = await balancesOf(tx, { planId })
  if (reserved > 0) await release(tx, ctx, was, reserved, `plan.release:${planId}:${was.version}`)
  await voidApprovals(tx, ctx, planId)
  await move(tx, plans, machine, was, 'edit', { version: was.version + 1, approvedAt: null, reason: null })
  await record(tx, ctx, 'plan.lay_down', { subject: planId, threadId: planId }, { version: was.version + 1 })
}
