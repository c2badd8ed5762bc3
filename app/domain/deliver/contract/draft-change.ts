import { contractChanges } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf, yearOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { nextRef } from '../../reference.ts'
import { Refusal } from '../../refusal.ts'
import { approverOf } from './buyer-roles.ts'
import type { DraftChange } from './change-forms.ts'
import { asked, keepChangeLaw } from './change-law.ts'
import { changesOf, lowers } from './find-change.ts'
import { type ContractFacts, findContract } from './find-contract.ts'

/** 提出合同变更: by either side, one at a time; the service centre is asked first where an indicator falls. */
export const draftChange = (ctx: Context, typed: DraftChange) =>
  ctx.transact(async (tx) => {
    const contract = await findContract(tx, typed.contractId)
    authorize(ctx.actor, 'change.draft', contract)
    if ((await changesOf(tx, contract.id)).some((c) => c.state === 'draft'))
      throw new Refusal('conflict', 'change-under-way')
    const change = await asked(tx, contract, typed)
    await keepChangeLaw(tx, ctx, contract, change)
    const now = ctx.clock.now()
    const worker = contract.linkages.find((l) => l.sector === 'social_worker')
    const [made] = await tx
      .insert(contractChanges)
      .values({
        ...change,
        refNo: await nextRef(tx, 'BG', yearOf(dateOf(now))),
        contractId: contract.id,
        state: 'draft',
        rationale: typed.rationale,
        reason: typed.reason,
        toWas: change.to ? contract.to : null,
        workerWas: change.workerId ? (worker?.personId ?? null) : null,
        draftedBy: ctx.actor.personId!,
        draftedParty: ctx.actor.seat!.partyId,
        draftedAt: now,
      })
      .returning()
    await record(tx, ctx, 'change.draft', { subject: made!.id, threadId: contract.planId })
    await ask(tx, ctx, contract, made!)
    return { id: made!.id, contractId: contract.id }
  })

type Made = typeof contractChanges.$inferSelect
async function ask(tx: Tx, ctx: Context, contract: ContractFacts, made: Made) {
  const link = `/work/${contract.id}/changes/${made.id}`
  const params = { title: contract.title }
  const role = await approverOf(tx, contract.buyerId)
  await notify(tx, ctx, { role, partyId: contract.buyerId }, 'change-to-decide', link, params)
  if (made.workerId)
    for (const partyId of contract.committeeIds)
      await notify(tx, ctx, { role: 'committee_director', partyId }, 'change-to-acknowledge', link, params)
  if (!lowers(made)) return
  for (const partyId of contract.centreIds)
    await notify(tx, ctx, { role: 'centre_officer', partyId }, 'change-to-opine', link, params)
}
