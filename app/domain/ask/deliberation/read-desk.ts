import { and, desc, eq, inArray, isNotNull } from 'drizzle-orm'
import { meetings, needs } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { authorize, may } from '../../policy/index.ts'
import { bodiesOfCommunity } from '../../where/bodies-of-community.ts'
import { communityOfSeat } from '../community-of-seat.ts'
import { cameOf } from './attendance.ts'
import { earliestOf } from './call-meeting.ts'
import { bodiesMeeting } from './find-body.ts'
import {
  findMeeting,
  flatMeeting,
  itemsOf,
  type Meeting,
  noticesOf,
  questionsOf,
  readMeetings,
  resolutionsOf,
  rollOf,
  stepsOf,
  withRecorders,
} from './find-meeting.ts'
import { rulesOf } from './find-rule.ts'
import { topicsOf } from './find-topic.ts'
import { measuresOf, papersOf } from './read-meeting.ts'
import { decidedIn } from './read-resolutions.ts'
import { doersOf } from './record-resolution.ts'

/** The community of the seat, for those who keep its meetings. */
export async function ownHall(ctx: Context) {
  const communityId = await communityOfSeat(ctx.db, ctx)
  const bodies = await bodiesOfCommunity(ctx.db, communityId)
  authorize(ctx.actor, 'meeting.read', bodies)
  return { communityId, bodies }
}

/** The hall of a committee: topics that wait, meetings on the way and past. */
export async function readHall(ctx: Context) {
  const { communityId, bodies } = await ownHall(ctx)
  const rows = await readMeetings(ctx.db)
    .where(eq(meetings.communityId, communityId))
    .orderBy(desc(meetings.startsAt))
    .limit(100)
  const topics = await topicsOf(ctx.db, communityId)
  return {
    community: bodies.communityName,
    meetings: rows.map(flatMeeting),
    topics: topics.filter((t) => t.state === 'proposed' || t.state === 'posted'),
    drafts: may(ctx.actor, 'meeting.draft', bodies),
    halls: await bodiesMeeting(ctx.db, communityId),
  }
}

/** The hall as a workbook has it: its meetings, and what they decided with the steps that follow. */
export async function readHallBook(ctx: Context) {
  const { communityId } = await ownHall(ctx)
  return { ...(await readHall(ctx)), decided: await decidedIn(ctx.db, communityId) }
}

/** What a meeting may be drafted from: the bodies, the topics posted, the needs of the community. */
export async function readForDrafting(ctx: Context, meetingId?: string) {
  const { communityId, bodies } = await ownHall(ctx)
  authorize(ctx.actor, 'meeting.draft', bodies)
  const was = meetingId ? await findMeeting(ctx.db, meetingId) : null
  if (was) authorize(ctx.actor, 'meeting.draft', was)
  const on = dateOf(ctx.clock.now())
  const rules = await rulesOf(ctx.db, { communityId, on })
  const halls = await bodiesMeeting(ctx.db, communityId)
  const live = inArray(needs.state, ['published', 'accepted', 'shortlisted', 'selected', 'not_selected'])
  return {
    was,
    items: meetingId ? await itemsOf(ctx.db, meetingId) : [],
    community: bodies.communityName,
    halls: halls.map((b) => {
      const rule = rules.find((r) => r.code === b.ruleCode)!
      return { ...b, rule, earliest: earliestOf(ctx, rule, on) }
    }),
    topics: (await topicsOf(ctx.db, communityId)).filter((t) => t.state === 'posted'),
    needs: await ctx.db
      .select({ id: needs.id, title: needs.title, refNo: needs.refNo })
      .from(needs)
      .where(and(eq(needs.communityId, communityId), isNotNull(needs.publishedAt), live))
      .orderBy(desc(needs.publishedAt))
      .limit(30),
  }
}

/** What this seat may do with a meeting, and whether its day and its hour have come. */
const actsOn = (ctx: Context, m: Awaited<ReturnType<typeof withRecorders>>) => ({
  earliest: earliestOf(ctx, m.rule, dateOf(ctx.clock.now())),
  begun: m.startsAt <= ctx.clock.now(),
  dayCome: dateOf(ctx.clock.now()) >= dateOf(m.startsAt),
  keeps: may(ctx.actor, 'meeting.hold', m),
  records: may(ctx.actor, 'meeting.record', m),
  directs: may(ctx.actor, 'meeting.report', m),
  publishes: may(ctx.actor, 'meeting.resolve', m),
})
const needsWriting = (ctx: Context, m: Meeting) =>
  ctx.db
    .select({ id: needs.id, title: needs.title })
    .from(needs)
    .where(and(eq(needs.communityId, m.communityId), inArray(needs.state, ['draft', 'returned'])))

/** One meeting before those who keep it: everything of it, and what may be done now. */
export async function readDeskMeeting(ctx: Context, id: string) {
  const m = await findMeeting(ctx.db, id)
  authorize(ctx.actor, 'meeting.read', m)
  const roll = await rollOf(ctx.db, id)
  return {
    meeting: m,
    ...measuresOf(m),
    ...actsOn(ctx, await withRecorders(ctx.db, m)),
    roll,
    came: cameOf(m, roll),
    items: await itemsOf(ctx.db, id),
    notices: await noticesOf(ctx.db, id),
    questions: await questionsOf(ctx.db, id),
    resolutions: await resolutionsOf(ctx.db, id),
    steps: (await stepsOf(ctx.db, id)).map(({ step, partyName }) => ({
      ...step,
      partyName,
      mine: may(ctx.actor, 'meeting.do_step', { partyId: step.partyId }),
    })),
    papers: await papersOf(ctx.db, id),
    doers: await doersOf(ctx.db, m),
    writing: await needsWriting(ctx, m),
  }
}

/** The attendance, for whoever keeps it. */
export async function readAttendance(ctx: Context, id: string) {
  authorize(ctx.actor, 'meeting.hold', await findMeeting(ctx.db, id))
  return readDeskMeeting(ctx, id)
}
/** The minutes, for whoever writes them. */
export async function readMinutes(ctx: Context, id: string) {
  authorize(ctx.actor, 'meeting.record', await findMeeting(ctx.db, id))
  return readDeskMeeting(ctx, id)
}
