import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { notify } from '../../notify.ts'
import type { Suggestion } from './find-suggestion.ts'

/** The columns every reply fills, whatever the answer is. */
export const repliedWith = (ctx: Context, reply: string) => ({
  reply,
  repliedBy: ctx.actor.personId,
  repliedAt: ctx.clock.now(),
})

/** Tells who asked, if they signed in when asking, that the answer is there. */
export async function tellAsker(tx: Tx, ctx: Context, { personId, refNo }: Suggestion) {
  if (personId) await notify(tx, ctx, { personId }, 'suggestion-replied', `/suggestions/${refNo}`, { refNo })
}
