import { planApprovals, plans } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { nextStep, type Signing, signerOf } from './approval-chain.ts'
import { mustBeSound } from './check-plan.ts'
import { judgeDelegation } from './delegation/find-delegation.ts'
import { findPlan, type PlanFacts } from './find-plan.ts'
import { plan as machine } from './machine.ts'

/** Where the handler is the first of the chain, sending it is his signature; elsewhere it only starts the chain. */
async function signFirst(tx: Tx, ctx: Context, was: PlanFacts, opinion: string): Promise<Signing[]> {
  if (was.chain[0] !== 'handler') return []
  if (opinion.length < 2) throw new Refusal('invalid', 'opinion-missing')
  const { id: planId, version } = was
  const at = ctx.clock.now()
  await tx
    .insert(planApprovals)
    .values({ planId, version, step: 'handler', personId: ctx.actor.personId!, opinion, at })
  return ['handler']
}

/** Within what the street delegated on this day, the committee's director signs last, as long as that is in force; an edit asks anew. */
async function delegatedTo(tx: Tx, ctx: Context, was: PlanFacts) {
  if (was.above || was.buyer.kind !== 'street_office') return null
  const { delegation, why } = await judgeDelegation(tx, was, dateOf(ctx.clock.now()))
  return why === null ? delegation.id : null
}

/** The handler sends the plan into its chain of approvals. */
export const submitPlan = (ctx: Context, { planId, opinion }: { planId: string; opinion: string }) =>
  ctx.transact(async (tx) => {
    const was = await findPlan(tx, planId)
    authorize(ctx.actor, 'plan.submit', was)
    const today = dateOf(ctx.clock.now())
    await mustBeSound(tx, was, today)
    const delegationId = await delegatedTo(tx, ctx, was)
    await move(tx, plans, machine, was, 'submit', { reason: null, delegationId })
    const signed = await signFirst(tx, ctx, was, opinion)
    const now = await findPlan(tx, planId, today)
    const next = nextStep(now.chain, signed)
    if (next)
      await notify(tx, ctx, signerOf(next, now), 'plan-to-sign', `/desk/plans/${planId}`, { plan: was.title })
    const detail = { version: was.version, delegationId: delegationId ?? undefined }
    await record(tx, ctx, 'plan.submit', { subject: planId, threadId: planId }, detail)
    return { id: planId }
  })
