import { complaints } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf, endOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { deadlineOf } from '../../parameters.ts'
import { authorize } from '../../policy/index.ts'
import { isLive } from '../award/find-award.ts'
import { annulAward } from '../award/take-effect.ts'
import { roleFor } from '../plan/approval-chain.ts'
import { complaint as machine } from './complaint-machine.ts'
import { type ComplaintFacts, findComplaint } from './find-complaint.ts'
import type { Ruling } from './forms.ts'
import { markSuspended } from './submit-challenge.ts'

/** Both sides hear of every step. */
async function tellBoth(tx: Tx, ctx: Context, was: ComplaintFacts, message: string) {
  const about = { no: was.refNo }
  const link = `/tenders/${was.tenderId}/complaint/${was.challengeId}`
  await notify(tx, ctx, { role: 'org_signer', partyId: was.complainantId }, message, link, about)
  for (const step of ['handler', 'approver'] as const) {
    const to = { role: roleFor(step, was.call.buyer.kind), partyId: was.buyerId }
    await notify(tx, ctx, to, message, `/desk/complaints/${was.id}`, about)
  }
}

/** 受理投诉: from here the clock of the ruling runs (政府采购法 第五十六条). */
export const acceptComplaint = (ctx: Context, { complaintId }: { complaintId: string }) =>
  ctx.transact(async (tx) => {
    const was = await findComplaint(tx, complaintId)
    authorize(ctx.actor, 'complaint.accept', was)
    const now = ctx.clock.now()
    const dueAt = endOf(await deadlineOf(tx, ctx.calendar, 'COMPLAINT_RULING', dateOf(now)))
    await move(tx, complaints, machine, was, 'accept', {
      acceptedBy: ctx.actor.personId,
      acceptedAt: now,
      dueAt,
    })
    await tellBoth(tx, ctx, was, 'complaint-accepted')
    await record(tx, ctx, 'complaint.accept', { subject: complaintId, threadId: was.planId })
    return { id: complaintId }
  })

/** 投诉处理决定: upheld cancels the award as an upheld challenge does; a contract already signed is for the two sides of it. */
export const decideComplaint = (
  ctx: Context,
  { complaintId, outcome, decision }: Ruling & { complaintId: string },
) =>
  ctx.transact(async (tx) => {
    const was = await findComplaint(tx, complaintId)
    authorize(ctx.actor, 'complaint.decide', was)
    const ruling = { outcome, decision, decidedBy: ctx.actor.personId, decidedAt: ctx.clock.now() }
    await move(tx, complaints, machine, was, 'decide', ruling)
    const cancels = outcome === 'upheld' && was.award && isLive(was.award) && was.call.state !== 'contracted'
    if (cancels) await annulAward(tx, ctx, was.award!.id, decision)
    await markSuspended(tx, was.tenderId)
    await tellBoth(tx, ctx, was, 'complaint-decided')
    const about = { subject: complaintId, threadId: was.planId }
    await record(tx, ctx, 'complaint.decide', about, { refNo: was.refNo, outcome, cancels: Boolean(cancels) })
    return { id: complaintId, tenderId: was.tenderId }
  })
