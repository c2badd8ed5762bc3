import type { Context } from '../../context.ts'
import { countdownTo } from '../../countdown.ts'
import { dateOf } from '../../dates.ts'
import { maskedIn } from '../../masked-words.ts'
import { may } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { directGround } from './direct-grounds-data.ts'
import { type Objection, objectionsOf, supplierName } from './find-objections.ts'
import { findPlan } from './find-plan.ts'

/** What everybody reads of an objection: never whose it was. */
const shown = ({ id, words, answer, upheld, raisedAt }: Objection) => ({
  id,
  words,
  answer,
  upheld,
  raisedAt,
})

/** The notice of one single-source purchase as everybody reads it; who objected is not among what is shown. */
export async function directPage(ctx: Context, planId: string) {
  const plan = await findPlan(ctx.db, planId)
  const { directNoticeOn: on, directNoticeUntil: until } = plan
  if (!on || !until) throw new Refusal('missing', 'direct-not-direct')
  const all = await objectionsOf(ctx.db, planId)
  const running = dateOf(ctx.clock.now()) <= until
  const own = ctx.actor.seat?.partyId
  return {
    plan: { id: plan.id, title: plan.title, refNo: plan.refNo, amount: plan.amount, buyer: plan.buyer.name },
    supplier: await supplierName(ctx.db, planId),
    ground: directGround(plan.directGround)!,
    words: plan.directWords ?? '',
    on,
    running,
    clock: await countdownTo(ctx.db, ctx, { code: 'DIRECT_NOTICE', from: on, on: until }),
    objections: all.map((o) => maskedIn(shown(o), ['words', 'answer'])),
    may: {
      object: running && may(ctx.actor, 'directNotice.object', plan) && !all.some((o) => o.partyId === own),
      answer: may(ctx.actor, 'directNotice.answer', plan),
    },
  }
}
