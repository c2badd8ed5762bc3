import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { deskOfRole } from './ask-duty.ts'
import { dutyOf } from './find-duties.ts'
import { findSuggestion } from './find-suggestion.ts'
import type { ReturnSuggestion } from './forms.ts'
import { handOn } from './hand-on.ts'

/**
 * 退回越权事项: a community body gives back what its list does not allow it to do, and the ask goes to the office whose
 * duty it is. What the list does allow it cannot be given back.
 */
export const returnSuggestion = (
  ctx: Context,
  { refNo, duty, reason }: ReturnSuggestion & { refNo: string },
) =>
  ctx.transact(async (tx) => {
    const was = await findSuggestion(tx, refNo)
    authorize(ctx.actor, 'suggestion.return', was)
    const rule = await dutyOf(tx, duty, dateOf(ctx.clock.now()))
    const own = deskOfRole[was.handlerRole]
    if (own && rule.desks.includes(own)) throw new Refusal('conflict', 'duty-is-yours', { title: rule.title })
    const to = rule.desks.includes('street') ? 'street' : rule.desks[0]!
    return handOn(tx, ctx, was, { to, rule, reason, act: 'suggestion.return' })
  })
