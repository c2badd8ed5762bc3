import type { Context } from '../../context.ts'
import { countTo } from '../../countdown.ts'
import { dateOf } from '../../dates.ts'
import { parameter } from '../../parameters.ts'
import { may } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { directGround } from './direct-grounds-data.ts'
import { objectionsOf, supplierName } from './find-objections.ts'
import { findPlan } from './find-plan.ts'

/** The notice of one single-source purchase as everybody reads it; who objected is not among what is shown. */
export async function directPage(ctx: Context, planId: string) {
  const plan = await findPlan(ctx.db, planId)
  const { directNoticeOn: on, directNoticeUntil: until } = plan
  if (!on || !until) throw new Refusal('missing', 'direct-not-direct')
  const all = await objectionsOf(ctx.db, planId)
  const clock = await parameter(ctx.db, 'DIRECT_NOTICE', on)
  const running = dateOf(ctx.clock.now()) <= until
  const own = ctx.actor.seat?.partyId
  return {
    plan: { id: plan.id, title: plan.title, refNo: plan.refNo, amount: plan.amount, buyer: plan.buyer.name },
    supplier: await supplierName(ctx.db, planId),
    ground: directGround(plan.directGround)!,
    words: plan.directWords ?? '',
    on,
    running,
    clock: countTo(ctx, {
      code: 'DIRECT_NOTICE',
      on: until,
      count: 'working',
      mark: clock.mark as 'reference',
      article: clock.source,
      certainty: clock.certainty,
    }),
    objections: all.map(({ id, words, answer, upheld, raisedAt }) => ({
      id,
      words,
      answer,
      upheld,
      raisedAt,
    })),
    may: {
      object: running && may(ctx.actor, 'directNotice.object', plan) && !all.some((o) => o.partyId === own),
      answer: may(ctx.actor, 'directNotice.answer', plan),
    },
  }
}
