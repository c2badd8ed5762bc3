import { and, eq, inArray, isNull } from 'drizzle-orm'
import { meetingSteps, meetings, parties } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf, endOf } from '../../dates.ts'
import type { DeskItem } from '../../desk-item.ts'
import { deadlineOf } from '../../parameters.ts'
import { may } from '../../policy/index.ts'
import { dueBy } from '../due-by.ts'
import { flatMeeting, type Meeting, readMeetings } from './find-meeting.ts'
import { mustBeCalled, topicsOf } from './find-topic.ts'

const live = ['draft', 'called', 'held', 'executed'] as const
type Item = Pick<DeskItem, 'key' | 'kind' | 'due'>

async function minutesDue(db: Reader, ctx: Context, m: Meeting) {
  const by = await deadlineOf(db, ctx.calendar, 'MEETING_MINUTES', dateOf(m.startsAt))
  return (await dueBy(db, ctx, 'MEETING_MINUTES'))(endOf(by))
}

/** What a meeting asks of this seat; null where it waits for nothing. */
async function turnOf(db: Reader, ctx: Context, m: Meeting): Promise<Item | null> {
  const directs = may(ctx.actor, 'meeting.report', m)
  const begun = dateOf(ctx.clock.now()) >= dateOf(m.startsAt)
  if (m.state === 'draft') return { key: directs ? 'meeting.call' : 'meeting.draft', kind: 'act', due: null }
  if (m.state === 'called' && !begun) return { key: 'meeting.ahead', kind: 'wait', due: null }
  if (m.state === 'called') return { key: 'meeting.hold', kind: 'act', due: await minutesDue(db, ctx, m) }
  if (m.state === 'executed') return directs ? { key: 'meeting.report', kind: 'act', due: null } : null
  const due = await minutesDue(db, ctx, m)
  if (directs)
    return { key: m.minutes ? 'meeting.publish' : 'meeting.wait', kind: m.minutes ? 'act' : 'wait', due }
  return { key: m.minutes ? 'meeting.publishes' : 'meeting.minutes', kind: m.minutes ? 'wait' : 'act', due }
}

async function ofMeetings(db: Reader, ctx: Context, committeeId: string): Promise<DeskItem[]> {
  const rows = await readMeetings(db).where(
    and(eq(meetings.committeeId, committeeId), inArray(meetings.state, [...live])),
  )
  const items = await Promise.all(
    rows.map(flatMeeting).map(async (m) => {
      const turn = await turnOf(db, ctx, m)
      return turn && { ...turn, matter: m.title, since: m.createdAt, link: `/desk/meetings/${m.id}` }
    }),
  )
  return items.flatMap((i) => (i ? [{ ...i, chapter: 'ask' as const }] : []))
}

async function ofTopics(db: Reader, ctx: Context, communityId: string): Promise<DeskItem[]> {
  const due = await dueBy(db, ctx, 'TOPIC_REPLY')
  const now = ctx.clock.now()
  const all = (await topicsOf(db, communityId)).filter((t) => t.state === 'proposed' || t.state === 'posted')
  const must = await Promise.all(all.map((t) => mustBeCalled(db, t, now)))
  return all.flatMap((t, at): DeskItem[] =>
    t.state === 'proposed' || must[at]
      ? [
          {
            key: t.state === 'proposed' ? 'topic.answer' : 'topic.call',
            matter: t.title,
            chapter: 'ask',
            due: t.state === 'proposed' ? due(t.dueAt) : null,
            since: t.createdAt,
            link: `/desk/meetings/topics/${t.id}`,
            kind: 'act',
          },
        ]
      : [],
  )
}

/** 执行: steps of resolutions this body has to do; the day is the meeting's own. */
async function ofSteps(db: Reader, partyId: string): Promise<DeskItem[]> {
  const rows = await db
    .select({ step: meetingSteps, title: meetings.title, refNo: meetings.refNo, since: meetings.publishedAt })
    .from(meetingSteps)
    .innerJoin(meetings, eq(meetings.id, meetingSteps.meetingId))
    .where(
      and(eq(meetingSteps.partyId, partyId), isNull(meetingSteps.doneAt), eq(meetings.state, 'resolved')),
    )
  return rows.map(({ step, title, refNo, since }) => ({
    key: 'meeting.step',
    params: { title },
    matter: step.words,
    chapter: 'ask',
    due: { at: endOf(step.dueOn), source: refNo, mark: 'local' },
    since: since!,
    link: `/desk/meetings/${step.meetingId}/steps/${step.id}`,
    kind: 'act',
  }))
}

/** Topics to answer, meetings to call, hold, record and report, resolutions to carry out. */
export async function deskOfDeliberation(db: Reader, ctx: Context): Promise<DeskItem[]> {
  const { seat } = ctx.actor
  if (!seat) return []
  const steps = may(ctx.actor, 'meeting.do_step', { partyId: seat.partyId })
    ? await ofSteps(db, seat.partyId)
    : []
  if (!may(ctx.actor, 'meeting.draft', { committeeId: seat.partyId })) return steps
  const [own] = await db
    .select({ placeId: parties.placeId })
    .from(parties)
    .where(eq(parties.id, seat.partyId))
  const topics = own?.placeId ? await ofTopics(db, ctx, own.placeId) : []
  return [...steps, ...topics, ...(await ofMeetings(db, ctx, seat.partyId))]
}
