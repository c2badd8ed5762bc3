import { eq } from 'drizzle-orm'
import { places } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { authorize, may } from '../../policy/index.ts'
import { bodiesOfCommunity } from '../../where/bodies-of-community.ts'
import { bodiesMeeting, findBody, membersOf } from './find-body.ts'
import { findMeeting, resolutionsOf, stepsOf } from './find-meeting.ts'
import { fits, ruleOf, rulesOf } from './find-rule.ts'
import { behindTopic, findTopic, thresholdOf } from './find-topic.ts'
import { sexes } from './member-titles-data.ts'
import { ownHall } from './read-desk.ts'
import { womenShare } from './women-share.ts'

/** A step of a meeting's resolution, for the body that has it to do. */
export async function readStep(ctx: Context, meetingId: string, stepId: string) {
  const m = await findMeeting(ctx.db, meetingId)
  const found = (await stepsOf(ctx.db, meetingId)).find(({ step }) => step.id === stepId)
  authorize(ctx.actor, 'meeting.do_step', { partyId: found?.step.partyId ?? '' })
  const resolution = (await resolutionsOf(ctx.db, meetingId)).find((r) => r.id === found!.step.resolutionId)
  return {
    meeting: { id: m.id, title: m.title, state: m.state },
    step: found!.step,
    said: resolution?.words ?? '',
  }
}

/** The bodies of a community with their rolls, and the kinds it may still set up. */
export async function readHalls(ctx: Context) {
  const { communityId, bodies } = await ownHall(ctx)
  const [place] = await ctx.db.select().from(places).where(eq(places.id, communityId))
  const rules = await rulesOf(ctx.db, { communityId, on: dateOf(ctx.clock.now()) })
  const halls = await bodiesMeeting(ctx.db, communityId)
  return {
    community: bodies.communityName,
    rules: rules.filter((r) => fits(r, place?.communityKind ?? null)),
    halls: await Promise.all(
      halls.map(async (b) => ({ ...b, members: (await membersOf(ctx.db, b.id)).length })),
    ),
    keeps: may(ctx.actor, 'hall_body.keep', bodies),
    revises: may(ctx.actor, 'meeting_rule.revise', bodies),
  }
}

/** One body's roll, for whoever keeps it. */
export async function readBody(ctx: Context, id: string) {
  const body = await findBody(ctx.db, id)
  authorize(ctx.actor, 'hall_body.keep', body)
  const rules = await rulesOf(ctx.db, { communityId: body.communityId, on: dateOf(ctx.clock.now()) })
  const members = await membersOf(ctx.db, id)
  const roll = members.map((m) => [m.name, m.sector, m.woman ? sexes.woman : sexes.man].join('，')).join('\n')
  const rule = rules.find((r) => r.code === body.ruleCode)!
  return { body, rule, roll, members, womenLeast: womenShare(rule, members) }
}

/** A topic before the committee. */
export async function readDeskTopic(ctx: Context, id: string) {
  const topic = await findTopic(ctx.db, id)
  authorize(ctx.actor, 'meeting.read', await bodiesOfCommunity(ctx.db, topic.communityId))
  return {
    topic,
    behind: await behindTopic(ctx.db, topic),
    threshold: await thresholdOf(ctx.db, topic.communityId, ctx.clock.now()),
    posts: may(ctx.actor, 'topic.post', topic),
    declines: may(ctx.actor, 'topic.decline', topic),
  }
}

/** The rule of one kind of meeting in the seat's own community, for whoever may set another. */
export async function readOwnRule(ctx: Context, code: string) {
  const { communityId, bodies } = await ownHall(ctx)
  authorize(ctx.actor, 'meeting_rule.revise', bodies)
  return { rule: await ruleOf(ctx.db, code, { communityId, on: dateOf(ctx.clock.now()) }) }
}
