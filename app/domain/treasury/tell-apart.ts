import { and, eq, inArray } from 'drizzle-orm'
import { plans, toldApart } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../context.ts'
import { record } from '../journal.ts'
import { authorize } from '../policy/index.ts'
import { Refusal } from '../refusal.ts'
import { writtenBy } from '../written-by.ts'
import { alikeOf, apartFrom } from './double-funding.ts'
import type { TellApart } from './forms.ts'

/** 排除重复资助: finance writes why a plan is not what another pool already pays for. */
export const tellApart = (ctx: Context, { pair: { planId, otherId }, reason }: TellApart) =>
  ctx.transact(async (tx) => {
    const [plan] = await tx.select().from(plans).where(eq(plans.id, planId))
    if (!plan) throw new Refusal('missing', 'plan-missing')
    authorize(ctx.actor, 'plan.tell_apart', { ...plan, writtenBy: await writtenBy(tx, plan, 'plan.edit') })
    const alike = await alikeOf(tx, planId)
    if (!alike.some(({ id }) => id === otherId)) throw new Refusal('conflict', 'not-alike')
    const by = { by: ctx.actor.personId!, at: ctx.clock.now() }
    const told = await tx
      .insert(toldApart)
      .values({ planId, otherId, reason, ...by })
      .onConflictDoNothing()
      .returning({ id: toldApart.id })
    if (told.length === 0) throw new Refusal('conflict', 'already-told-apart')
    await record(tx, ctx, 'plan.tell_apart', { subject: planId, threadId: planId }, { otherId, reason })
    return { id: planId }
  })

/** A buyer's plans in review that look like what another pool pays for, each with what was written of it. */
export async function doublesOf(db: Reader, buyerId: string) {
  const waiting = await db
    .select({ id: plans.id, refNo: plans.refNo, title: plans.title, draftedBy: plans.draftedBy })
    .from(plans)
    .where(and(eq(plans.buyerId, buyerId), inArray(plans.state, ['draft', 'in_review', 'returned'])))
  const pairs = []
  for (const plan of waiting)
    for (const other of await alikeOf(db, plan.id)) {
      const told = (await apartFrom(db, plan.id)).find((a) => a.otherId === other.id || a.planId === other.id)
      pairs.push({
        plan: { ...plan, writtenBy: await writtenBy(db, plan, 'plan.edit') },
        other,
        reason: told?.reason ?? null,
      })
    }
  return pairs
}
export type Double = Awaited<ReturnType<typeof doublesOf>>[number]
