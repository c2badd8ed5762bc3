import { eq } from 'drizzle-orm'
import { frameworkItems, frameworks } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { dateOf, yearOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { nextRef } from '../../reference.ts'
import { Refusal } from '../../refusal.ts'
import { roleFor } from '../plan/approval-chain.ts'
import { findPlan } from '../plan/find-plan.ts'
import { mustBeAnnounced } from '../plan/intention.ts'
import { otherWayOf } from '../plan/tender-of-plan.ts'
import { findFramework } from './find-framework.ts'
import type { FrameworkWords } from './forms.ts'
import { framework as machine } from './machine.ts'

/** 框架协议: the handler writes conditions and prices on an approved plan of the framework route. */
export const draftFramework = (
  ctx: Context,
  { planId, items, ...words }: FrameworkWords & { planId: string },
) =>
  ctx.transact(async (tx) => {
    const plan = await findPlan(tx, planId)
    authorize(ctx.actor, 'framework.draft', plan)
    if (plan.state !== 'approved') throw new Refusal('conflict', 'plan-not-approved')
    if (!plan.method.framework)
      throw new Refusal('invalid', 'route-is-no-framework', { route: plan.method.name })
    if (await otherWayOf(tx, planId)) throw new Refusal('conflict', 'framework-exists')
    const now = ctx.clock.now()
    const rest = { buyerId: plan.buyerId, ceiling: plan.amount, from: plan.from, to: plan.to }
    const refNo = await nextRef(tx, 'KJ', yearOf(dateOf(now)))
    const by = { draftedBy: ctx.actor.personId!, createdAt: now, state: 'draft' as const }
    const [made] = await tx
      .insert(frameworks)
      .values({ ...words, ...rest, ...by, planId, refNo })
      .returning({ id: frameworks.id })
    const frameworkId = made!.id
    await tx
      .insert(frameworkItems)
      .values(items.map((item, at) => ({ ...item, frameworkId, ordinal: at + 1 })))
    await record(tx, ctx, 'framework.draft', { subject: frameworkId, threadId: planId })
    return { id: frameworkId }
  })

/** 发布征集公告: price and conditions are public, and any body may ask to join from now on. */
export const publishFramework = (ctx: Context, { frameworkId }: { frameworkId: string }) =>
  ctx.transact(async (tx) => {
    const was = await findFramework(tx, frameworkId)
    authorize(ctx.actor, 'framework.publish', was)
    const at = ctx.clock.now()
    machine.next(was.state, 'publish')
    await mustBeAnnounced(tx, ctx, was.plan, was.plan.method)
    await move(tx, frameworks, machine, was, 'publish', { publishedAt: at, publishedBy: ctx.actor.personId! })
    const to = { role: roleFor('handler', was.plan.buyer.kind), partyId: was.buyerId }
    await notify(tx, ctx, to, 'framework-published', `/frameworks/${frameworkId}`, { framework: was.title })
    await record(tx, ctx, 'framework.publish', { subject: frameworkId, threadId: was.planId })
    return { id: frameworkId }
  })

/** 终止征集: nobody joins and nobody orders any more; what was ordered is carried out. */
export const closeFramework = (
  ctx: Context,
  { frameworkId, reason }: { frameworkId: string; reason: string },
) =>
  ctx.transact(async (tx) => {
    const was = await findFramework(tx, frameworkId)
    authorize(ctx.actor, 'framework.close', was)
    await move(tx, frameworks, machine, was, 'close', { closedReason: reason })
    await record(tx, ctx, 'framework.close', { subject: frameworkId, threadId: was.planId }, { reason })
    return { id: frameworkId }
  })

/** Rewrites a draft that is not published yet. */
export const editFramework = (
  ctx: Context,
  { frameworkId, items, ...words }: FrameworkWords & { frameworkId: string },
) =>
  ctx.transact(async (tx) => {
    const was = await findFramework(tx, frameworkId)
    authorize(ctx.actor, 'framework.draft', was)
    if (was.state !== 'draft') throw new Refusal('conflict', 'framework-is-public')
    const open = { ageFrom: words.ageFrom ?? null, perPerson: words.perPerson ?? null }
    await tx
      .update(frameworks)
      .set({ ...words, ...open })
      .where(eq(frameworks.id, frameworkId))
    await tx.delete(frameworkItems).where(eq(frameworkItems.frameworkId, frameworkId))
    await tx
      .insert(frameworkItems)
      .values(items.map((item, at) => ({ ...item, frameworkId, ordinal: at + 1 })))
    await record(tx, ctx, 'framework.edit', { subject: frameworkId, threadId: was.planId })
    return { id: frameworkId }
  })
