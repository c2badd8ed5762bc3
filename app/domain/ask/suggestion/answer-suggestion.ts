import { suggestions } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { authorize } from '../../policy/index.ts'
import { findSuggestion } from './find-suggestion.ts'
import { suggestion } from './machine.ts'
import { repliedWith, tellAsker } from './tell-asker.ts'

/** Answers an ask that becomes no need: what was done, or why not. */
export const answerSuggestion = (ctx: Context, { refNo, reply }: { refNo: string; reply: string }) =>
  ctx.transact(async (tx) => {
    const was = await findSuggestion(tx, refNo)
    authorize(ctx.actor, 'suggestion.answer', was)
    await move(tx, suggestions, suggestion, was, 'answer', repliedWith(ctx, reply))
    await tellAsker(tx, ctx, was)
    await record(tx, ctx, 'suggestion.answer', { subject: refNo }, { late: ctx.clock.now() >= was.dueAt })
    return { refNo }
  })
