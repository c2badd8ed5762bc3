import { eq } from 'drizzle-orm'
import { careComplaints } from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf, endOf, yearOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { deadlineOf } from '../../parameters.ts'
import { authorize } from '../../policy/index.ts'
import { nextRef } from '../../reference.ts'
import { Refusal } from '../../refusal.ts'
import { careComplaint as machine } from './complaint-machine.ts'
import { findVisit } from './find-visit.ts'

const link = (id: string) => `/care/complaints/${id}`

/** A complaint with the visit it is of and everybody around. */
export async function findComplaint(db: Reader, id: string) {
  const [found] = await db.select().from(careComplaints).where(eq(careComplaints.id, id))
  if (!found) throw new Refusal('missing', 'care-complaint-missing')
  return { ...(await findVisit(db, found.orderId)), complaint: found }
}
export type ComplaintFacts = Awaited<ReturnType<typeof findComplaint>>

/** 服务投诉: the family, or her community for her; its money waits until it is settled. */
export const makeComplaint = (ctx: Context, { orderId, words }: { orderId: string; words: string }) =>
  ctx.transact(async (tx) => {
    const was = await findVisit(tx, orderId)
    authorize(ctx.actor, 'careComplaint.make', was)
    const before = await tx.select().from(careComplaints).where(eq(careComplaints.orderId, orderId))
    if (before.some(({ state }) => state !== 'settled' && state !== 'ruled'))
      throw new Refusal('conflict', 'care-complaint-live')
    const madeAt = ctx.clock.now()
    const refNo = await nextRef(tx, 'TX', yearOf(dateOf(madeAt)))
    const by = { madeBy: ctx.actor.personId!, madeAt, state: 'made' as const }
    const of = { orderId, careId: was.care.id, supplierId: was.supplierId }
    const wordsSealed = ctx.vault.seal('care', words)
    const [made] = await tx
      .insert(careComplaints)
      .values({ ...of, ...by, refNo, wordsSealed })
      .returning({ id: careComplaints.id })
    const to = { role: 'org_editor' as const, partyId: was.supplierId }
    await notify(tx, ctx, to, 'care-complaint-made', link(made!.id), { no: refNo })
    await record(tx, ctx, 'careComplaint.make', { subject: made!.id })
    return { id: made!.id }
  })

/** Tells whoever complained, and the person it is about. */
async function tellFamily(tx: Tx, ctx: Context, { complaint, personId }: ComplaintFacts, how: string) {
  for (const one of new Set([complaint.madeBy, personId]))
    await notify(tx, ctx, { personId: one }, how, link(complaint.id), { no: complaint.refNo })
}

type Worded = { complaintId: string; words: string }
/** 答复: the provider's, within its clock. */
export const answerComplaint = (ctx: Context, { complaintId, words }: Worded) =>
  ctx.transact(async (tx) => {
    const was = await findComplaint(tx, complaintId)
    authorize(ctx.actor, 'careComplaint.answer', was)
    const replied = { repliedBy: ctx.actor.personId!, repliedAt: ctx.clock.now() }
    const replySealed = ctx.vault.seal('care', words)
    await move(tx, careComplaints, machine, was.complaint, 'answer', { ...replied, replySealed })
    await tellFamily(tx, ctx, was, 'care-complaint-answered')
    await record(tx, ctx, 'careComplaint.answer', { subject: complaintId })
    return { id: complaintId }
  })

/** The family is content with the reply. */
export const settleComplaint = (ctx: Context, { complaintId }: { complaintId: string }) =>
  ctx.transact(async (tx) => {
    const was = await findComplaint(tx, complaintId)
    authorize(ctx.actor, 'careComplaint.settle', was)
    await move(tx, careComplaints, machine, was.complaint, 'settle')
    await record(tx, ctx, 'careComplaint.settle', { subject: complaintId })
    return { id: complaintId }
  })

/** To the buyer: when the reply does not do, or none came in its days. */
export const escalateComplaint = (ctx: Context, { complaintId }: { complaintId: string }) =>
  ctx.transact(async (tx) => {
    const was = await findComplaint(tx, complaintId)
    authorize(ctx.actor, 'careComplaint.escalate', was)
    const due = await deadlineOf(tx, ctx.calendar, 'CARE_COMPLAINT', dateOf(was.complaint.madeAt))
    if (was.complaint.state === 'made' && ctx.clock.now() < endOf(due))
      throw new Refusal('conflict', 'care-complaint-waits', { by: due })
    await move(tx, careComplaints, machine, was.complaint, 'escalate')
    const to = { role: was.handlerRole, partyId: was.buyerId }
    await notify(tx, ctx, to, 'care-complaint-escalated', link(complaintId), { no: was.complaint.refNo })
    await record(tx, ctx, 'careComplaint.escalate', { subject: complaintId })
    return { id: complaintId }
  })

/** The buyer's word ends it. */
export const ruleComplaint = (ctx: Context, { complaintId, words }: Worded) =>
  ctx.transact(async (tx) => {
    const was = await findComplaint(tx, complaintId)
    authorize(ctx.actor, 'careComplaint.rule', was)
    const ruled = { ruledBy: ctx.actor.personId!, ruledAt: ctx.clock.now() }
    const rulingSealed = ctx.vault.seal('care', words)
    await move(tx, careComplaints, machine, was.complaint, 'rule', { ...ruled, rulingSealed })
    await tellFamily(tx, ctx, was, 'care-complaint-ruled')
    await record(tx, ctx, 'careComplaint.rule', { subject: complaintId })
    return { id: complaintId }
  })
