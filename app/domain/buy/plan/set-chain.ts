import { approvalChains } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { chainInForce, roleFor, type Step } from './approval-chain.ts'
import { findBuyer } from './draft-plan.ts'
import type { SetChain } from './forms.ts'

const same = (a: readonly Step[], b: readonly Step[]) => a.join() === b.join()

/** What no chain may be: empty, one post twice, or ended by anyone but the approver. */
export function checkChain(steps: readonly Step[]) {
  if (steps.length === 0) throw new Refusal('invalid', 'chain-empty')
  if (new Set(steps).size < steps.length) throw new Refusal('invalid', 'chain-twice')
  if (steps.at(-1) !== 'approver') throw new Refusal('invalid', 'chain-ends-with-approver')
}

/** 设定审批链: by the buyer's own approver, with a ground; plans already begun keep the version they began under. */
export const setChain = (ctx: Context, { buyerId, version, steps, ground }: SetChain & { buyerId: string }) =>
  ctx.transact(async (tx) => {
    authorize(ctx.actor, 'approvalChain.set', { buyerId })
    checkChain(steps)
    const was = await chainInForce(tx, buyerId)
    if (version !== was.version) throw new Refusal('conflict', 'chain-changed-meanwhile')
    if (same(was.steps, steps)) throw new Refusal('conflict', 'chain-unchanged')
    const next = was.version + 1
    const at = ctx.clock.now()
    await tx
      .insert(approvalChains)
      .values({ buyerId, version: next, steps, ground, setBy: ctx.actor.personId!, setAt: at })
    const { kind } = await findBuyer(tx, buyerId)
    for (const step of ['handler', 'finance'] as const)
      await notify(
        tx,
        ctx,
        { role: roleFor(step, kind), partyId: buyerId },
        'chain-changed',
        '/desk/approval-chain',
      )
    await record(
      tx,
      ctx,
      'approvalChain.set',
      { subject: buyerId },
      { version: next, steps, was: was.steps, ground },
    )
    return { id: buyerId }
  })
