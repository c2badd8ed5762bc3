import { subcontracts } from '#db/schema/index.ts'
import type { Context } from '../../../context.ts'
import { dateOf, yearOf } from '../../../dates.ts'
import { record } from '../../../journal.ts'
import { notify } from '../../../notify.ts'
import { authorize } from '../../../policy/index.ts'
import { nextRef } from '../../../reference.ts'
import { approverOf } from '../buyer-roles.ts'
import { findContract } from '../find-contract.ts'
import type { RequestSubcontract } from './forms.ts'
import { bodyNamed, keepSubcontractLaw } from './subcontract-law.ts'

/** 申请分包: a part of the work and its share, to a body of the register; nothing passes before the buyer consents. */
export const requestSubcontract = (ctx: Context, { contractId, body, ...asked }: RequestSubcontract) =>
  ctx.transact(async (tx) => {
    const contract = await findContract(tx, contractId)
    authorize(ctx.actor, 'subcontract.request', contract)
    const partyId = await bodyNamed(tx, body)
    await keepSubcontractLaw(tx, ctx, contract, { ...asked, partyId })
    const now = ctx.clock.now()
    const [made] = await tx
      .insert(subcontracts)
      .values({
        ...asked,
        refNo: await nextRef(tx, 'FB', yearOf(dateOf(now))),
        contractId,
        partyId,
        state: 'requested',
        requestedBy: ctx.actor.personId!,
        requestedAt: now,
      })
      .returning({ id: subcontracts.id })
    const role = await approverOf(tx, contract.buyerId)
    const link = `/work/${contractId}/subcontracts/${made!.id}`
    const told = { title: contract.title }
    await notify(tx, ctx, { role, partyId: contract.buyerId }, 'subcontract-to-decide', link, told)
    await record(tx, ctx, 'subcontract.request', { subject: made!.id, threadId: contract.planId })
    return { id: made!.id, contractId }
  })
