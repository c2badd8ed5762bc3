import { eq } from 'drizzle-orm'
import { complaints } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { addDays, dateOf, endOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { deadlineOf, parameter } from '../../parameters.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { roleFor } from '../plan/approval-chain.ts'
import { complaint as machine } from './complaint-machine.ts'
import { type ComplaintFacts, findComplaint } from './find-complaint.ts'
import type { Ruling } from './forms.ts'
import { markSuspended } from './holds.ts'
import { carryOut, usualRemedy } from './remedy.ts'

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

/** 暂停采购活动 (政府采购法 第五十七条): from today for so many days, never more than the law's most. */
async function suspension(tx: Tx, ctx: Context, days: number | undefined) {
  const today = dateOf(ctx.clock.now())
  const most = (await parameter(tx, 'SUSPEND_MAX', today)).value
  const n = days ?? most
  if (n > most) throw new Refusal('invalid', 'suspension-too-long', { most })
  if (n === 0) return {}
  return {
    suspendedAt: ctx.clock.now(),
    suspendedUntil: endOf(addDays(today, n)),
    suspendedBy: ctx.actor.personId,
  }
}

/** 投诉书副本 (94号令): reaches the buyer with the acceptance; whoever was awarded is sent one in the same breath. */
async function sendCopies(tx: Tx, ctx: Context, { id, refNo, awardedIds, complainantId }: ComplaintFacts) {
  for (const partyId of awardedIds.filter((one) => one !== complainantId))
    await notify(tx, ctx, { role: 'org_signer', partyId }, 'complaint-copy', `/desk/complaints/${id}`, {
      no: refNo,
    })
}

/** Who may decide hears that one waits. */
async function tellDeciders(tx: Tx, ctx: Context, { id, refNo, overseerIds }: ComplaintFacts) {
  const link = `/desk/complaints/${id}`
  for (const partyId of overseerIds)
    await notify(tx, ctx, { role: 'district_approver', partyId }, 'complaint-to-decide', link, { no: refNo })
}

type Taking = { complaintId: string; days?: number | undefined }
/** 受理投诉: from here the clock of the ruling runs (政府采购法 第五十六条), and the purchase stands still for as long as is ordered. */
export const acceptComplaint = (ctx: Context, { complaintId, days }: Taking) =>
  ctx.transact(async (tx) => {
    const was = await findComplaint(tx, complaintId)
    authorize(ctx.actor, 'complaint.accept', was)
    const acceptedAt = ctx.clock.now()
    const dueAt = endOf(await deadlineOf(tx, ctx.calendar, 'COMPLAINT_RULING', dateOf(acceptedAt)))
    const held = await suspension(tx, ctx, days)
    const taken = { ...held, acceptedBy: ctx.actor.personId, acceptedAt, dueAt, copiesAt: acceptedAt }
    await move(tx, complaints, machine, was, 'accept', taken)
    await markSuspended(tx, was.tenderId, acceptedAt)
    await tellBoth(tx, ctx, was, 'complaint-accepted')
    await sendCopies(tx, ctx, was)
    await tellDeciders(tx, ctx, was)
    const about = { subject: complaintId, threadId: was.planId }
    await record(tx, ctx, 'complaint.accept', about, { days: days ?? null })
    return { id: complaintId }
  })

/** 恢复采购活动 before the time ordered is over, for a reason both sides read. */
export const resumePurchase = (
  ctx: Context,
  { complaintId, ground }: { complaintId: string; ground: string },
) =>
  ctx.transact(async (tx) => {
    const was = await findComplaint(tx, complaintId)
    authorize(ctx.actor, 'complaint.resume', was)
    const now = ctx.clock.now()
    const stands =
      was.state === 'accepted' && was.suspendedUntil && !was.resumedAt && now < was.suspendedUntil
    if (!stands) throw new Refusal('conflict', 'not-suspended')
    await tx
      .update(complaints)
      .set({ resumedAt: now, suspendGround: ground })
      .where(eq(complaints.id, complaintId))
    await markSuspended(tx, was.tenderId, now)
    await tellBoth(tx, ctx, was, 'purchase-resumed')
    await record(
      tx,
      ctx,
      'complaint.resume',
      { subject: complaintId, threadId: was.planId },
      { refNo: was.refNo },
    )
    return { id: complaintId }
  })

/** 投诉处理决定: by another than took it up; upheld, what follows is carried out at once; a contract already signed is for the two sides of it. */
export const decideComplaint = (
  ctx: Context,
  { complaintId, outcome, decision, remedy: chosen }: Ruling & { complaintId: string },
) =>
  ctx.transact(async (tx) => {
    const was = await findComplaint(tx, complaintId)
    authorize(ctx.actor, 'complaint.decide', was)
    const remedy = outcome === 'upheld' ? (chosen ?? (await usualRemedy(tx, was.call))) : null
    const ruling = { outcome, remedy, decision, decidedBy: ctx.actor.personId, decidedAt: ctx.clock.now() }
    await move(tx, complaints, machine, was, 'decide', ruling)
    if (remedy) await carryOut(tx, ctx, was.call, remedy, decision)
    await markSuspended(tx, was.tenderId, ctx.clock.now())
    await tellBoth(tx, ctx, was, 'complaint-decided')
    const about = { subject: complaintId, threadId: was.planId }
    const cancels = remedy === 'next_in_rank' || remedy === 'restart'
    await record(tx, ctx, 'complaint.decide', about, { refNo: was.refNo, outcome, remedy, cancels })
    return { id: complaintId, tenderId: was.tenderId }
  })
