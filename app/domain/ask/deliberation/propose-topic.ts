import { and, eq, inArray } from 'drizzle-orm'
import { newId } from '#db/dialect.ts'
import { hallTopics, topicSupports } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { dateOf, endOf, yearOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { notify } from '../../notify.ts'
import { deadlineOf } from '../../parameters.ts'
import { authorize } from '../../policy/index.ts'
import { nextRef } from '../../reference.ts'
import { Refusal } from '../../refusal.ts'
import { bodiesOfCommunity } from '../../where/bodies-of-community.ts'
import { findNeed, isPublic } from '../need/find-need.ts'
import { findTopic } from './find-topic.ts'

type Propose = { communityId: string; title: string; words: string }
const most = 3

/** A resident brings a topic: the committee sees it, and everybody once it is posted. */
export const proposeTopic = (ctx: Context, { communityId, title, words }: Propose) =>
  ctx.transact(async (tx) => {
    authorize(ctx.actor, 'topic.propose', { communityId })
    const { committeeId } = await bodiesOfCommunity(tx, communityId)
    const now = ctx.clock.now()
    const personId = ctx.actor.personId!
    const waiting = and(eq(hallTopics.personId, personId), inArray(hallTopics.state, ['proposed', 'posted']))
    if ((await tx.$count(hallTopics, waiting)) >= most)
      throw new Refusal('conflict', 'topics-waiting', { n: most })
    const id = newId()
    const refNo = await nextRef(tx, 'YT', yearOf(dateOf(now)))
    const dueAt = endOf(await deadlineOf(tx, ctx.calendar, 'TOPIC_REPLY', dateOf(now)))
    await tx.insert(hallTopics).values({
      ...{ id, refNo, communityId, committeeId, title, words, personId, dueAt },
      source: 'resident',
      state: 'proposed',
      createdAt: now,
    })
    const clerk = { role: 'committee_clerk', partyId: committeeId } as const
    await notify(tx, ctx, clerk, 'topic-new', `/desk/meetings/topics/${id}`, { refNo })
    await record(tx, ctx, 'topic.propose', { subject: id }, { communityId })
    return { id }
  })

type Raise = { title: string; words: string; communityId: string; needId?: string; heat?: string }
/** The committee puts up a topic of its own, one that keeps coming back (`heat`: the numbers of the asks), or a need. */
export const raiseTopic = (ctx: Context, { communityId, needId, heat, title, words }: Raise) =>
  ctx.transact(async (tx) => {
    const { committeeId } = await bodiesOfCommunity(tx, communityId)
    authorize(ctx.actor, 'topic.post', { committeeId })
    const need = needId ? await findNeed(tx, needId) : null
    if (need && !isPublic(need)) throw new Refusal('conflict', 'need-not-public')
    if (need && need.communityId !== communityId) throw new Refusal('conflict', 'need-elsewhere')
    const now = ctx.clock.now()
    const id = newId()
    const refNo = await nextRef(tx, 'YT', yearOf(dateOf(now)))
    await tx.insert(hallTopics).values({
      ...{ id, refNo, communityId, committeeId, title, words, needId: needId ?? null },
      source: heat ? 'heat' : need ? 'need' : 'committee',
      state: 'posted',
      dueAt: now,
      answeredBy: ctx.actor.personId,
      answeredAt: now,
      createdAt: now,
    })
    await record(tx, ctx, 'topic.raise', { subject: id, threadId: needId ?? null }, { heat: heat ?? '' })
    return { id }
  })

/** 联名: a neighbour joins; saying it twice changes nothing. */
export const supportTopic = (ctx: Context, { topicId }: { topicId: string }) =>
  ctx.transact(async (tx) => {
    const was = await findTopic(tx, topicId)
    authorize(ctx.actor, 'topic.support', was)
    if (was.state !== 'posted') throw new Refusal('conflict', 'topic-not-open')
    if (was.personId === ctx.actor.personId) throw new Refusal('conflict', 'topic-is-yours')
    const personId = ctx.actor.personId!
    await tx.insert(topicSupports).values({ topicId, personId, at: ctx.clock.now() }).onConflictDoNothing()
    return { id: topicId }
  })
