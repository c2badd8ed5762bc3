import { and, eq, isNotNull } from 'drizzle-orm'
import { meetingItems, meetings, topicSupports } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { masked } from '../../masked-words.ts'
import { may } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { behindTopic, findTopic, thresholdOf, topicsOf } from './find-topic.ts'

/** Topics everybody may read: the words of one not posted stay with its proposer and the committee. */
export async function listTopics(ctx: Context, communityId: string | null) {
  const all = await topicsOf(ctx.db, communityId)
  const open = all.filter((t) => t.state === 'posted')
  return {
    open: await Promise.all(
      open.map(async ({ id, title, words, communityName, refNo, source, communityId: place }) => ({
        ...{ id, title: masked(title), words: masked(words), communityName, refNo, source },
        behind: await behindTopic(ctx.db, all.find((t) => t.id === id)!),
        least: (await thresholdOf(ctx.db, place, ctx.clock.now())).least,
      })),
    ),
    waiting: all.filter((t) => t.state === 'proposed').length,
    late: all.filter((t) => t.state === 'proposed' && ctx.clock.now() >= t.dueAt).length,
  }
}

async function joinsOf(ctx: Context, t: Awaited<ReturnType<typeof findTopic>>) {
  const { personId } = ctx.actor
  if (t.state !== 'posted' || (personId && t.personId === personId)) return 'closed' as const
  if (!personId) return 'sign-in' as const
  const said = and(eq(topicSupports.topicId, t.id), eq(topicSupports.personId, personId))
  if (await ctx.db.$count(topicSupports, said)) return 'joined' as const
  return may(ctx.actor, 'topic.support', t) ? ('may' as const) : ('elsewhere' as const)
}

/** One topic: who stands behind it in number, what was answered, which meeting takes it up. */
export async function readTopic(ctx: Context, id: string) {
  const t = await findTopic(ctx.db, id)
  const own = t.personId !== null && t.personId === ctx.actor.personId
  if (t.state === 'proposed' && !own) throw new Refusal('missing', 'hall-topic')
  if (t.state === 'declined' && t.answeredAt === null) throw new Refusal('missing', 'hall-topic')
  const held = await ctx.db
    .select({ id: meetings.id, title: meetings.title, startsAt: meetings.startsAt, state: meetings.state })
    .from(meetingItems)
    .innerJoin(meetings, eq(meetings.id, meetingItems.meetingId))
    .where(and(eq(meetingItems.topicId, id), isNotNull(meetings.noticedAt)))
  const { personId: _p, answeredBy: _a, ...shown } = t
  return {
    topic: own
      ? shown
      : { ...shown, title: masked(t.title), words: masked(t.words), reason: masked(t.reason) },
    own,
    behind: await behindTopic(ctx.db, t),
    threshold: await thresholdOf(ctx.db, t.communityId, ctx.clock.now()),
    joins: await joinsOf(ctx, t),
    meetings: held,
  }
}
