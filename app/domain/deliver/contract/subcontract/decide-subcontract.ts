import { sha256 } from '#app/ports/vault.ts'
import { subcontracts } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../../context.ts'
import { record } from '../../../journal.ts'
import { move } from '../../../move.ts'
import { notify } from '../../../notify.ts'
import { authorize } from '../../../policy/index.ts'
import { findSubcontract, type SubcontractFacts, subjectOf } from './find-subcontract.ts'
import type { DecideSubcontract } from './forms.ts'
import { subcontract } from './machine.ts'
import { keepSubcontractLaw } from './subcontract-law.ts'

async function tell(tx: Tx, ctx: Context, { id, contract }: SubcontractFacts, message: string) {
  const link = `/work/${contract.id}/subcontracts/${id}`
  for (const role of ['org_signer', 'org_editor'] as const)
    await notify(tx, ctx, { role, partyId: contract.supplierId }, message, link, { title: contract.title })
}
const decided = (ctx: Context, decision: string) => ({
  decision,
  decidedBy: ctx.actor.personId,
  decidedAt: ctx.clock.now(),
})

/** 同意分包 in writing: public from then on, with the fingerprint of what was agreed to; the law is asked again. */
export const consentSubcontract = (ctx: Context, { subcontractId, decision }: DecideSubcontract) =>
  ctx.transact(async (tx) => {
    const was = await findSubcontract(tx, subcontractId)
    authorize(ctx.actor, 'subcontract.consent', subjectOf(was))
    subcontract.next(was.state, 'consent')
    await keepSubcontractLaw(tx, ctx, was.contract, was)
    const { refNo, partyId, part, indicators, percent } = was
    const hash = sha256(
      JSON.stringify([refNo, was.contract.refNo, partyId, part, indicators, percent, decision]),
    )
    await move(tx, subcontracts, subcontract, was, 'consent', { ...decided(ctx, decision), hash })
    await tell(tx, ctx, was, 'subcontract-consented')
    await record(tx, ctx, 'subcontract.consent', { subject: was.id, threadId: was.contract.planId }, { hash })
    return { id: was.id, contractId: was.contractId }
  })

/** 不同意分包: with the reason. */
export const declineSubcontract = (ctx: Context, { subcontractId, decision }: DecideSubcontract) =>
  ctx.transact(async (tx) => {
    const was = await findSubcontract(tx, subcontractId)
    authorize(ctx.actor, 'subcontract.decline', subjectOf(was))
    await move(tx, subcontracts, subcontract, was, 'decline', decided(ctx, decision))
    await tell(tx, ctx, was, 'subcontract-declined')
    await record(tx, ctx, 'subcontract.decline', { subject: was.id, threadId: was.contract.planId })
    return { id: was.id, contractId: was.contractId }
  })
