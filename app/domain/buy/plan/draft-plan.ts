import { eq } from 'drizzle-orm'
import { parties, planNeeds, plans } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf, yearOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { authorize } from '../../policy/index.ts'
import { nextRef } from '../../reference.ts'
import { Refusal } from '../../refusal.ts'
import { chainInForce } from './approval-chain.ts'
import { findLine, mustBeReady } from './check-plan.ts'
import type { DraftPlan } from './forms.ts'
import { putLines } from './plan-lines.ts'
import { writtenPlan } from './written-plan.ts'

export async function findBuyer(db: Reader, id: string) {
  const [found] = await db.select().from(parties).where(eq(parties.id, id))
  if (!found) throw new Refusal('missing', 'party-missing')
  return found
}

/** 采购计划: begins a project on a budget line, from needs the street took on. */
export const draftPlan = (ctx: Context, { needIds, ...plan }: DraftPlan) =>
  ctx.transact(async (tx) => {
    const { line } = await findLine(tx, plan.lineId)
    const { buyerId } = line
    authorize(ctx.actor, 'plan.draft', { buyerId })
    const needs = await mustBeReady(tx, needIds, await findBuyer(tx, buyerId))
    const now = ctx.clock.now()
    const today = dateOf(now)
    const [made] = await tx
      .insert(plans)
      .values({
        ...(await writtenPlan(tx, plan, { buyerId, needs, today })),
        refNo: await nextRef(tx, 'JH', yearOf(today)),
        buyerId,
        state: 'draft',
        chainVersion: (await chainInForce(tx, buyerId)).version,
        version: 1,
        draftedBy: ctx.actor.personId!,
        createdAt: now,
      })
      .returning({ id: plans.id })
    await putLines(tx, made!.id, plan.lines)
    await tx.insert(planNeeds).values(needs.map((need) => ({ planId: made!.id, needId: need.id })))
    await record(tx, ctx, 'plan.draft', { subject: made!.id, threadId: made!.id }, { amount: plan.amount })
    return { id: made!.id }
  })
