import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import type { DeskItem } from '../../desk-item.ts'
import { may } from '../../policy/index.ts'
import { communityOfSeat } from '../community-of-seat.ts'
import { dueBy } from '../due-by.ts'
import { findHeat } from './find-heat.ts'
import { overdueUnder, type Suggestion, waitingFor } from './find-suggestion.ts'
import { openPetitions, type Petition } from './petition/find-petition.ts'

/** Asks whose turn is this seat's; for the street's approver, those its communities left unanswered too long. */
export async function deskOfSuggestion(db: Reader, ctx: Context): Promise<DeskItem[]> {
  const { seat } = ctx.actor
  if (!seat) return []
  const now = ctx.clock.now()
  const mine = (await waitingFor(db, seat.partyId)).filter((s) => may(ctx.actor, 'suggestion.answer', s))
  const owed = seat.role === 'street_approver' ? await overdueUnder(db, seat.partyId, now) : []
  const hot = await heatFor(db, ctx)
  if (mine.length + owed.length === 0) return hot
  const due = await dueBy(db, ctx, 'SUGGESTION_REPLY')
  const open = await openPetitions(
    db,
    [...mine, ...owed].map(({ id }) => id),
  )
  const dueOf = await petitionDues(db, ctx)
  const item = (s: Suggestion, key: string, kind: DeskItem['kind']): DeskItem => ({
    key: open.has(s.id) && kind === 'act' ? `petition.${open.get(s.id)!.state}` : key,
    params: { place: s.communityName, by: s.handlerName },
    matter: kind === 'act' ? s.title : s.refNo,
    chapter: 'ask',
    due: open.has(s.id) ? dueOf(open.get(s.id)!)(s.dueAt) : due(s.dueAt),
    since: s.createdAt,
    link: kind === 'act' ? `/desk/suggestions/${s.refNo}` : `/suggestions/${s.refNo}`,
    kind,
  })
  return [
    ...mine.map((s) => item(s, `suggestion.${s.kind}`, 'act')),
    ...owed.map((s) => item(s, 'suggestion.owed', 'wait')),
    ...hot,
  ]
}

/** 信访事项 is due by law, from the article its step rests on. */
async function petitionDues(db: Reader, ctx: Context) {
  const [told, finished] = [await dueBy(db, ctx, 'XINFANG_NOTIFY'), await dueBy(db, ctx, 'XINFANG_FINISH')]
  return ({ state }: Petition) => (state === 'referred' ? told : finished)
}

/** Topics that repeat, for a committee to look at. */
async function heatFor(db: Reader, ctx: Context): Promise<DeskItem[]> {
  const { seat } = ctx.actor
  if (!seat || !may(ctx.actor, 'suggestion.heat', { committeeId: seat.partyId })) return []
  const hot = await findHeat(db, await communityOfSeat(db, ctx), ctx.clock.now())
  return hot.map((h) => ({
    key: h.kind === 'grid_event' ? 'suggestion.heat.grid' : 'suggestion.heat',
    params: { n: h.ids.length },
    matter: h.label || h.key,
    chapter: 'ask',
    due: null,
    since: h.since,
    link: `/desk/topics/${h.key}`,
    kind: 'act',
  }))
}
