import { hallTopics } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { findTopic, mustBeCalled, type Topic } from './find-topic.ts'
import { topic } from './topic-machine.ts'

const answeredBy = (ctx: Context) => ({ answeredBy: ctx.actor.personId, answeredAt: ctx.clock.now() })
const tellProposer = async (tx: Tx, ctx: Context, was: Topic, message: string) => {
  if (was.personId)
    await notify(tx, ctx, { personId: was.personId }, message, `/meetings/topics/${was.id}`, {
      refNo: was.refNo,
    })
}

/** Puts a resident's topic up for everybody, without names or telephones in its words. */
export const postTopic = (
  ctx: Context,
  { topicId, title, words }: { topicId: string; title: string; words: string },
) =>
  ctx.transact(async (tx) => {
    const was = await findTopic(tx, topicId)
    authorize(ctx.actor, 'topic.post', was)
    await move(tx, hallTopics, topic, was, 'post', { title, words, ...answeredBy(ctx) })
    await tellProposer(tx, ctx, was, 'topic-posted')
    await record(tx, ctx, 'topic.post', { subject: topicId }, { late: ctx.clock.now() >= was.dueAt })
    return { id: topicId }
  })

/** Says no, with a reason everybody can read; not where enough residents stand behind it. */
export const declineTopic = (ctx: Context, { topicId, reason }: { topicId: string; reason: string }) =>
  ctx.transact(async (tx) => {
    const was = await findTopic(tx, topicId)
    authorize(ctx.actor, 'topic.decline', was)
    if (await mustBeCalled(tx, was, ctx.clock.now())) throw new Refusal('conflict', 'topic-must-be-called')
    await move(tx, hallTopics, topic, was, 'decline', { reason, ...answeredBy(ctx) })
    await tellProposer(tx, ctx, was, 'topic-declined')
    await record(tx, ctx, 'topic.decline', { subject: topicId }, { reason })
    return { id: topicId }
  })
