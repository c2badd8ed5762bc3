import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import type { DeskItem } from '../../desk-item.ts'
import { may } from '../../policy/index.ts'
import { dueBy } from '../due-by.ts'
import { overdueUnder, type Suggestion, waitingFor } from './find-suggestion.ts'

/** Asks whose turn is this seat's; for the street's approver, those its communities left unanswered too long. */
export async function deskOfSuggestion(db: Reader, ctx: Context): Promise<DeskItem[]> {
  const { seat } = ctx.actor
  if (!seat) return []
  const now = ctx.clock.now()
  const mine = (await waitingFor(db, seat.partyId)).filter((s) => may(ctx.actor, 'suggestion.answer', s))
  const owed = seat.role === 'street_approver' ? await overdueUnder(db, seat.partyId, now) : []
  if (mine.length + owed.length === 0) return []
  const due = await dueBy(db, ctx, 'SUGGESTION_REPLY')
  const item = (s: Suggestion, key: string, kind: DeskItem['kind']): DeskItem => ({
    key,
    params: { place: s.communityName, by: s.handlerName },
    matter: kind === 'act' ? s.title : s.refNo,
    chapter: 'ask',
    due: due(s.dueAt),
    since: s.createdAt,
    link: kind === 'act' ? `/desk/suggestions/${s.refNo}` : `/suggestions/${s.refNo}`,
    kind,
  })
  return [
    ...mine.map((s) => item(s, `suggestion.${s.kind}`, 'act')),
    ...owed.map((s) => item(s, 'suggestion.owed', 'wait')),
  ]
}
