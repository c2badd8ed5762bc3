import { suggestions } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { authorize } from '../../policy/index.ts'
import { dutyNamed, refuseNotOurs } from './ask-duty.ts'
import { findSuggestion } from './find-suggestion.ts'
import { suggestion } from './machine.ts'
import { refuseInPetition } from './petition/find-petition.ts'
import { repliedWith, tellAsker } from './tell-asker.ts'

type Answering = { refNo: string; reply: string; duty?: string | undefined }

/** Answers an ask that becomes no need: what was done, or why not. */
export const answerSuggestion = (ctx: Context, { refNo, reply, duty: code }: Answering) =>
  ctx.transact(async (tx) => {
    const was = await findSuggestion(tx, refNo)
    authorize(ctx.actor, 'suggestion.answer', was)
    await refuseInPetition(tx, was.id)
    const { duties, typed } = await dutyNamed(tx, ctx, was, code)
    refuseNotOurs(duties, was.handlerRole)
    await move(tx, suggestions, suggestion, was, 'answer', { ...repliedWith(ctx, reply), ...typed })
    await tellAsker(tx, ctx, was)
    await record(tx, ctx, 'suggestion.answer', { subject: refNo }, { late: ctx.clock.now() >= was.dueAt })
    return { refNo }
  })
