import { eq } from 'drizzle-orm'
import { parties, planNeeds, plans } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf, yearOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { authorize } from '../../policy/index.ts'
import { nextRef } from '../../reference.ts'
import { Refusal } from '../../refusal.ts'
import { chainInForce } from './approval-chain.ts'
import { findLine, findMethod, mustBeReady, mustBeShort } from './check-plan.ts'
import type { DraftPlan } from './forms.ts'
import { mustFit } from './routes-for.ts'

export async function findBuyer(tx: Tx, id: string) {
  const [found] = await tx.select().from(parties).where(eq(parties.id, id))
  if (!found) throw new Refusal('missing', 'party-missing')
  return found
}

/** 采购计划: begins a project on a budget line, from needs the street took on. */
export const draftPlan = (ctx: Context, { needIds, individualReason, ...plan }: DraftPlan) =>
  ctx.transact(async (tx) => {
    const { line } = await findLine(tx, plan.lineId)
    authorize(ctx.actor, 'plan.draft', { buyerId: line.buyerId })
    const needs = await mustBeReady(tx, needIds, await findBuyer(tx, line.buyerId))
    mustFit(await findMethod(tx, plan.methodId), plan.amount)
    await mustBeShort(tx, plan.from, plan.to)
    const now = ctx.clock.now()
    const communities = new Set(needs.map((need) => need.communityId))
    const [made] = await tx
      .insert(plans)
      .values({
        ...plan,
        individualReason: individualReason || null,
        refNo: await nextRef(tx, 'JH', yearOf(dateOf(now))),
        buyerId: line.buyerId,
        communityId: communities.size === 1 ? needs[0]!.communityId : null,
        state: 'draft',
        chainVersion: (await chainInForce(tx, line.buyerId)).version,
        version: 1,
        draftedBy: ctx.actor.personId!,
        createdAt: now,
      })
      .returning({ id: plans.id })
    await tx.insert(planNeeds).values(needs.map((need) => ({ planId: made!.id, needId: need.id })))
    await record(tx, ctx, 'plan.draft', { subject: made!.id, threadId: made!.id }, { amount: plan.amount })
    return { id: made!.id }
  })
