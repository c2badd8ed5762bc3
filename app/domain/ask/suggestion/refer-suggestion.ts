import { and, eq } from 'drizzle-orm'
import { suggestions } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { bodiesOfCommunity } from '../../where/bodies-of-community.ts'
import { dutyOf } from './duties-data.ts'
import { answererOrRefuse } from './find-answerer.ts'
import { findSuggestion, type Suggestion } from './find-suggestion.ts'
import type { ReferSuggestion } from './forms.ts'

/** Hands an ask to the desk whose duty it is, with the ground. The day promised to who asked stays the same. */
export const referSuggestion = (
  ctx: Context,
  { refNo, desk, duty, reason }: ReferSuggestion & { refNo: string },
) =>
  ctx.transact(async (tx) => {
    const was = await findSuggestion(tx, refNo)
    authorize(ctx.actor, 'suggestion.refer', was)
    if (was.state !== 'submitted') throw new Refusal('conflict', 'suggestion-answered')
    const rule = dutyOf(duty)
    if (!rule) throw new Refusal('invalid', 'no-such-duty')
    if (!rule.desks.includes(desk)) {
      const key = rule.kind === 'government' ? 'government-duty-not-for-community' : 'duty-not-of-that-desk'
      throw new Refusal('conflict', key, { title: rule.title, ground: rule.ground })
    }
    const next = answererOrRefuse(await bodiesOfCommunity(tx, was.communityId, was.gridId), desk)
    if (next.handlerPartyId === was.handlerPartyId) throw new Refusal('conflict', 'already-with-that-desk')
    const handed = await tx
      .update(suggestions)
      .set(next)
      .where(and(eq(suggestions.id, was.id), eq(suggestions.state, 'submitted')))
      .returning({ id: suggestions.id })
    if (handed.length === 0) throw new Refusal('conflict', 'moved-meanwhile')
    await tell(tx, ctx, was, next)
    await record(
      tx,
      ctx,
      'suggestion.refer',
      { subject: refNo },
      { from: was.handlerPartyId, to: next.handlerPartyId, duty, ground: rule.ground, reason },
    )
    return { refNo }
  })

type Answerer = Awaited<ReturnType<typeof answererOrRefuse>>
/** The desk it went to hears of it, and so does who asked. */
async function tell(tx: Tx, ctx: Context, { refNo, personId }: Suggestion, next: Answerer) {
  const { handlerRole: role, handlerPartyId: partyId } = next
  await notify(tx, ctx, { role, partyId }, 'suggestion-referred', `/desk/suggestions/${refNo}`, { refNo })
  if (personId) await notify(tx, ctx, { personId }, 'suggestion-moved-on', `/suggestions/${refNo}`, { refNo })
}
