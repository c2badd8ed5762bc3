import { sha256 } from '#app/ports/vault.ts'
import { contractChanges } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { applyChange } from './apply-change.ts'
import type { DecideChange } from './change-forms.ts'
import { keepChangeLaw } from './change-law.ts'
import { change } from './change-machine.ts'
import { type ChangeFacts, findChange, lowers, subjectOf, waitsForCommittee } from './find-change.ts'

const fingerprint = (
  { refNo, contract, priceBy, to, indicators, workerId, rationale, reason }: ChangeFacts,
  decision: string,
) =>
  sha256(
    JSON.stringify([refNo, contract.refNo, priceBy, to, indicators, workerId, rationale, reason, decision]),
  )

/** 同意变更: takes effect at once and is public; never without the centre's opinion where an indicator falls. */
export const approveChange = (ctx: Context, { changeId, decision }: DecideChange) =>
  ctx.transact(async (tx) => {
    const was = await findChange(tx, changeId)
    authorize(ctx.actor, 'change.approve', subjectOf(was))
    change.next(was.state, 'approve')
    if (lowers(was) && !was.opinionAt) throw new Refusal('conflict', 'change-needs-opinion')
    if (waitsForCommittee(was)) throw new Refusal('conflict', 'change-needs-acknowledgement')
    await keepChangeLaw(tx, ctx, was.contract, was)
    await move(tx, contractChanges, change, was, 'approve', {
      decision,
      decidedBy: ctx.actor.personId,
      decidedAt: ctx.clock.now(),
      hash: fingerprint(was, decision),
    })
    await applyChange(tx, ctx, was)
    await record(
      tx,
      ctx,
      'change.approve',
      { subject: was.id, threadId: was.contract.planId },
      { priceBy: was.priceBy ?? 0 },
    )
    await tell(tx, ctx, was, 'change-approved')
    return { id: was.id, contractId: was.contractId }
  })

/** 不同意变更: with the reason; the contract stays as it is. */
export const rejectChange = (ctx: Context, { changeId, decision }: DecideChange) =>
  ctx.transact(async (tx) => {
    const was = await findChange(tx, changeId)
    authorize(ctx.actor, 'change.reject', subjectOf(was))
    await move(tx, contractChanges, change, was, 'reject', {
      decision,
      decidedBy: ctx.actor.personId,
      decidedAt: ctx.clock.now(),
    })
    await record(tx, ctx, 'change.reject', { subject: was.id, threadId: was.contract.planId })
    await tell(tx, ctx, was, 'change-rejected')
    return { id: was.id, contractId: was.contractId }
  })

async function tell(tx: Tx, ctx: Context, { id, contract }: ChangeFacts, message: string) {
  const link = `/work/${contract.id}/changes/${id}`
  for (const role of ['org_signer', 'org_editor'] as const)
    await notify(tx, ctx, { role, partyId: contract.supplierId }, message, link, { title: contract.title })
}
