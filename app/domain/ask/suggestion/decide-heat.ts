import { eq } from 'drizzle-orm'
import { newId } from '#db/dialect.ts'
import { hallTopics, heatTopics, suggestions } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf, yearOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { authorize } from '../../policy/index.ts'
import { nextRef } from '../../reference.ts'
import { Refusal } from '../../refusal.ts'
import { bodiesOfCommunity } from '../../where/bodies-of-community.ts'
import { communityOfSeat } from '../community-of-seat.ts'
import { citeSuggestionIn } from '../need/cite-evidence.ts'
import { insertNeed } from '../need/insert-need.ts'
import { findHeat, type Heat } from './find-heat.ts'
import type { DecideHeat } from './forms.ts'

async function draftFrom(tx: Tx, ctx: Context, communityId: string, heat: Heat, input: DecideHeat) {
  const category = input.category ?? heat.category
  if (!category) throw new Refusal('invalid', 'heat-category-missing')
  const begun = { title: input.title, category, gridIds: heat.gridId ? [heat.gridId] : [] }
  const { id } = await insertNeed(tx, ctx, communityId, begun)
  for (const suggestionId of heat.ids) {
    const [asked] = await tx.select().from(suggestions).where(eq(suggestions.id, suggestionId))
    await citeSuggestionIn(tx, id, asked!)
  }
  return id
}

async function raise(tx: Tx, ctx: Context, communityId: string, heat: Heat, input: DecideHeat) {
  const { committeeId } = await bodiesOfCommunity(tx, communityId)
  const now = ctx.clock.now()
  const refNo = await nextRef(tx, 'YT', yearOf(dateOf(now)))
  const answered = { answeredBy: ctx.actor.personId, answeredAt: now, dueAt: now, createdAt: now }
  await tx.insert(hallTopics).values({
    ...{ id: newId(), refNo, communityId, committeeId, title: input.title, words: input.reason },
    ...answered,
    source: 'heat',
    reason: heat.refNos.join(' '),
    state: 'posted',
  })
}

/**
 * A committee says what becomes of a topic that repeats: the draft of a need that cites the asks, a topic of its hall,
 * or nothing, with the reason. Every ask in it is still answered by whoever has it.
 */
export const decideHeat = (ctx: Context, input: DecideHeat & { key: string }) =>
  ctx.transact(async (tx) => {
    const communityId = await communityOfSeat(tx, ctx)
    authorize(ctx.actor, 'suggestion.heat', await bodiesOfCommunity(tx, communityId))
    const now = ctx.clock.now()
    const heat = (await findHeat(tx, communityId, now)).find((h) => h.key === input.key)
    if (!heat) throw new Refusal('conflict', 'heat-gone')
    const needId = input.decision === 'need' ? await draftFrom(tx, ctx, communityId, heat, input) : null
    if (input.decision === 'meeting') await raise(tx, ctx, communityId, heat, input)
    const { kind, category, ids: suggestionIds } = heat
    const { decision, reason } = input
    const decided = { decision, reason, needId, decidedBy: ctx.actor.personId!, decidedAt: now }
    await tx.insert(heatTopics).values({ communityId, kind, category, suggestionIds, ...decided })
    const thread = { subject: heat.key, threadId: needId }
    await record(tx, ctx, 'suggestion.heat', thread, { decision, asks: heat.refNos.length })
    return { needId }
  })
