import { supports } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { findSuggestion } from './find-suggestion.ts'

/** 我也需要: one word more for a neighbour's ask, once a person; saying it twice changes nothing. */
export const supportSuggestion = (ctx: Context, { refNo }: { refNo: string }) =>
  ctx.transact(async (tx) => {
    const was = await findSuggestion(tx, refNo)
    authorize(ctx.actor, 'suggestion.support', was)
    if (was.state !== 'submitted') throw new Refusal('conflict', 'suggestion-answered')
    if (was.personId === ctx.actor.personId) throw new Refusal('conflict', 'support-own')
    await tx
      .insert(supports)
      .values({ suggestionId: was.id, personId: ctx.actor.personId!, at: ctx.clock.now() })
      .onConflictDoNothing()
    return { refNo }
  })
