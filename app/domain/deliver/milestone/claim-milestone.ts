import { eq } from 'drizzle-orm'
import { indicatorReadings, milestones } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { servedBy } from '../diary/served.ts'
import { findMilestone, indicatorsOf, type MilestoneFacts, milestonesOf } from './find-milestone.ts'
import type { ClaimMilestone } from './forms.ts'
import { milestone } from './machine.ts'

/** 申报里程碑: the organisation says what was done; the diary's figures up to now go with it as evidence. */
export const claimMilestone = (ctx: Context, input: ClaimMilestone) =>
  ctx.transact(async (tx) => {
    const was = await findMilestone(tx, input.milestoneId)
    authorize(ctx.actor, 'milestone.claim', was.contract)
    await mayBeClaimed(tx, was)
    const now = ctx.clock.now()
    await move(tx, milestones, milestone, was, 'claim', {
      claimedBy: ctx.actor.personId,
      claimedAt: now,
      claim: input.claim,
      returnReason: null,
      finding: null,
      checkedBy: null,
      checkedAt: null,
    })
    await read(tx, was, input)
    const evidence = await servedBy(tx, was.contractId)
    await record(tx, ctx, 'milestone.claim', { subject: was.id, threadId: was.contract.planId }, evidence)
    for (const partyId of was.contract.centreIds)
      await notify(
        tx,
        ctx,
        { role: 'centre_officer', partyId },
        'milestone-to-check',
        `/desk/milestones/${was.id}`,
        { title: was.title },
      )
    return { id: was.id, contractId: was.contractId }
  })

/** In order, on a published contract; the tranche that publication itself passed is never claimed. */
async function mayBeClaimed(tx: Tx, was: MilestoneFacts) {
  if (was.contract.state !== 'published') throw new Refusal('conflict', 'contract-not-running')
  if (was.gate === 'publication') throw new Refusal('conflict', 'milestone-passed-by-publication')
  const before = (await milestonesOf(tx, was.contractId)).filter((m) => m.ordinal < was.ordinal)
  if (before.some((m) => m.state !== 'accepted')) throw new Refusal('conflict', 'milestone-out-of-order')
}

async function read(tx: Tx, was: MilestoneFacts, { readings }: ClaimMilestone) {
  const known = await indicatorsOf(tx, was.contractId)
  const value = new Map(readings.map((r) => [r.indicatorId, r.value]))
  if (known.some((i) => !value.has(i.id))) throw new Refusal('invalid', 'readings-incomplete')
  await tx.delete(indicatorReadings).where(eq(indicatorReadings.milestoneId, was.id))
  if (known.length > 0)
    await tx
      .insert(indicatorReadings)
      .values(known.map((i) => ({ milestoneId: was.id, indicatorId: i.id, value: value.get(i.id)! })))
}
