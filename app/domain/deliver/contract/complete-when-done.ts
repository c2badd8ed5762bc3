import { and, eq } from 'drizzle-orm'
import { contracts, milestones, payments } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { minus, sum, zero } from '../../money.ts'
import { move } from '../../move.ts'
import { findContract } from './find-contract.ts'
import { contract } from './machine.ts'
import { freeRest } from './terminate-contract.ts'

/** 履约完成: the consequence of the last acceptance or the last payment, whichever closes the last open tranche. */
export async function completeWhenDone(tx: Tx, ctx: Context, contractId: string): Promise<boolean> {
  const was = await findContract(tx, contractId)
  if (was.state !== 'published') return false
  const tranches = await tx.select().from(milestones).where(eq(milestones.contractId, contractId))
  if (tranches.some((m) => m.state !== 'accepted')) return false
  const paid = await tx
    .select({ amount: payments.amount })
    .from(payments)
    .where(and(eq(payments.contractId, contractId), eq(payments.state, 'paid')))
  const due = sum(tranches.map((m) => minus(m.price, m.withheld ?? zero)))
  if (sum(paid.map((p) => p.amount)) < due) return false
  await move(tx, contracts, contract, was, 'complete', { endedAt: ctx.clock.now() })
  await freeRest(tx, ctx, was, 'contract.complete')
  await record(tx, ctx, 'contract.complete', { subject: contractId, threadId: was.planId })
  return true
}
