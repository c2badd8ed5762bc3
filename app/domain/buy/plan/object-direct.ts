import { and, eq } from 'drizzle-orm'
import { directObjections } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { roleFor } from './approval-chain.ts'
import { findPlan } from './find-plan.ts'
import type { AnswerObjection } from './forms.ts'

const linkTo = (planId: string) => `/direct-notices/${planId}`

/** 对单一来源公示的异议: once a body, while the notice runs. */
export const objectDirect = (ctx: Context, { planId, words }: { planId: string; words: string }) =>
  ctx.transact(async (tx) => {
    const plan = await findPlan(tx, planId)
    authorize(ctx.actor, 'directNotice.object', plan)
    if (!plan.directNoticeUntil) throw new Refusal('missing', 'direct-not-direct')
    const at = ctx.clock.now()
    if (dateOf(at) > plan.directNoticeUntil) throw new Refusal('conflict', 'direct-notice-over')
    const partyId = ctx.actor.seat!.partyId
    const [twice] = await tx
      .select({ id: directObjections.id })
      .from(directObjections)
      .where(and(eq(directObjections.planId, planId), eq(directObjections.partyId, partyId)))
    if (twice) throw new Refusal('conflict', 'direct-objection-twice')
    const made = { planId, partyId, raisedBy: ctx.actor.personId!, words, raisedAt: at }
    await tx.insert(directObjections).values(made)
    const to = { role: roleFor('approver', plan.buyer.kind), partyId: plan.buyerId }
    await notify(tx, ctx, to, 'direct-objection', linkTo(planId), { plan: plan.title })
    await record(tx, ctx, 'directNotice.object', { subject: planId, threadId: planId })
    return { id: planId }
  })

async function findObjection(tx: Tx, planId: string, id: string) {
  const [found] = await tx
    .select()
    .from(directObjections)
    .where(and(eq(directObjections.id, id), eq(directObjections.planId, planId)))
  if (!found) throw new Refusal('missing', 'direct-objection-missing')
  if (found.answeredAt) throw new Refusal('conflict', 'direct-objection-answered')
  return found
}

/** The buyer answers with reasons; an objection that is right ends the single source. */
export const answerObjection = (
  ctx: Context,
  { planId, objectionId, how, answer }: AnswerObjection & { planId: string },
) =>
  ctx.transact(async (tx) => {
    const plan = await findPlan(tx, planId)
    authorize(ctx.actor, 'directNotice.answer', plan)
    const was = await findObjection(tx, planId, objectionId)
    const answered = { answer, answeredBy: ctx.actor.personId!, answeredAt: ctx.clock.now() }
    await tx
      .update(directObjections)
      .set({ ...answered, upheld: how === 'upheld' })
      .where(eq(directObjections.id, was.id))
    await notify(tx, ctx, { personId: was.raisedBy }, 'direct-answer', linkTo(planId), { plan: plan.title })
    await record(tx, ctx, 'directNotice.answer', { subject: planId, threadId: planId }, { how })
    return { id: planId }
  })
