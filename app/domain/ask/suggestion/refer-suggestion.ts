import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { dutyOf } from './find-duties.ts'
import { findSuggestion } from './find-suggestion.ts'
import type { ReferSuggestion } from './forms.ts'
import { handOn } from './hand-on.ts'

/** Hands an ask to the desk whose duty it is, with the ground; a duty of government lands on no community body. */
export const referSuggestion = (
  ctx: Context,
  { refNo, desk, duty, reason }: ReferSuggestion & { refNo: string },
) =>
  ctx.transact(async (tx) => {
    const was = await findSuggestion(tx, refNo)
    authorize(ctx.actor, 'suggestion.refer', was)
    const rule = await dutyOf(tx, duty, dateOf(ctx.clock.now()))
    if (!rule.desks.includes(desk)) {
      const key = rule.kind === 'government' ? 'government-duty-not-for-community' : 'duty-not-of-that-desk'
      throw new Refusal('conflict', key, { title: rule.title, ground: rule.ground })
    }
    return handOn(tx, ctx, was, { to: desk, rule, reason, act: 'suggestion.refer' })
  })
