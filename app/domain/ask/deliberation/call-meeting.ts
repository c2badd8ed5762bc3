import { eq } from 'drizzle-orm'
import { hallTopics, meetingMembers, meetingNotices, meetings } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { struckIn } from '../../masked-words.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { lastDay } from '../../parameters.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { releaseTopics, scheduleTopics } from './agenda.ts'
import { findBody, membersOf } from './find-body.ts'
import { findMeeting, itemsOf, type Meeting, questionsOf } from './find-meeting.ts'
import { type Rule, ruleOf } from './find-rule.ts'
import { meeting } from './machine.ts'

/** The first day on which a meeting may be held if its notice goes out on a day, by the body's rule. */
export const earliestOf = (ctx: Context, rule: Pick<Rule, 'noticeValue' | 'noticeUnit'>, from: string) =>
  lastDay(ctx.calendar, from, rule.noticeValue, rule.noticeUnit)

function checkNotice(ctx: Context, rule: Rule, startsAt: Date) {
  const earliest = earliestOf(ctx, rule, dateOf(ctx.clock.now()))
  if (dateOf(startsAt) < earliest) throw new Refusal('invalid', 'notice-too-short', { date: earliest })
}

/** The roll as it stands is fixed with the notice: who belongs is never settled at the door. */
async function fixRoll(tx: Tx, was: Meeting, rule: Rule): Promise<number> {
  const body = await findBody(tx, was.bodyId)
  if (rule.counted) {
    if (!body.size) throw new Refusal('conflict', 'body-without-size')
    return body.size
  }
  const members = await membersOf(tx, body.id)
  if (members.length < 3) throw new Refusal('conflict', 'body-without-roll')
  await tx.insert(meetingMembers).values(
    members.map(({ ordinal, name, sector, woman }) => ({
      meetingId: was.id,
      ordinal,
      name,
      sector,
      woman,
    })),
  )
  return members.length
}

const post = (tx: Tx, ctx: Context, n: Omit<typeof meetingNotices.$inferInsert, 'id' | 'at'>) =>
  tx.insert(meetingNotices).values({ ...n, at: ctx.clock.now() })

/** Tells who asked about it or raised its topics. */
async function tellAskers(tx: Tx, ctx: Context, was: Meeting, message: string) {
  const askers = new Set((await questionsOf(tx, was.id)).map((q) => q.personId))
  for (const { topicId } of await itemsOf(tx, was.id))
    if (topicId) {
      const [t] = await tx.select().from(hallTopics).where(eq(hallTopics.id, topicId))
      askers.add(t?.personId ?? null)
    }
  for (const personId of askers)
    if (personId) await notify(tx, ctx, { personId }, message, `/meetings/${was.id}`, { title: was.title })
}

/** 发布会议通知: the day, the place and the agenda, as many days ahead as the body's rule asks. */
export const callMeeting = (ctx: Context, { meetingId }: { meetingId: string }) =>
  ctx.transact(async (tx) => {
    const was = await findMeeting(tx, meetingId)
    authorize(ctx.actor, 'meeting.call', was)
    const now = ctx.clock.now()
    const rule = await ruleOf(tx, was.rule.code, { communityId: was.communityId, on: dateOf(now) })
    checkNotice(ctx, rule, was.startsAt)
    const size = await fixRoll(tx, was, rule)
    const items = await scheduleTopics(tx, was)
    await move(tx, meetings, meeting, was, 'call', { noticedAt: now, size, ruleId: rule.id })
    await post(tx, ctx, { meetingId, kind: 'call', startsAt: was.startsAt, place: was.place })
    await tellAskers(tx, ctx, was, 'meeting-called')
    const threadId = items.find((i) => i.needId)?.needId ?? null
    await record(tx, ctx, 'meeting.call', { subject: meetingId, threadId }, { size, rule: rule.version })
    return { id: meetingId }
  })

type Postpone = { meetingId: string; startsAt: Date; place: string; reason: string }
/** Another day, with a ground and a notice of its own: the days count again from today. */
export const postponeMeeting = (ctx: Context, { meetingId, startsAt, ...said }: Postpone) =>
  ctx.transact(async (tx) => {
    const { place, reason } = struckIn(said)
    const was = await findMeeting(tx, meetingId)
    authorize(ctx.actor, 'meeting.postpone', was)
    checkNotice(ctx, was.rule, startsAt)
    await move(tx, meetings, meeting, was, 'postpone', { startsAt, place, reason, counts: null })
    await tx
      .update(meetingMembers)
      .set({ channel: null, holderId: null })
      .where(eq(meetingMembers.meetingId, meetingId))
    await post(tx, ctx, { meetingId, kind: 'postpone', startsAt, place, reason })
    await tellAskers(tx, ctx, was, 'meeting-postponed')
    await record(tx, ctx, 'meeting.postpone', { subject: meetingId }, { reason })
    return { id: meetingId }
  })

/** Called off with a ground; its topics go back to the list. */
export const cancelMeeting = (ctx: Context, { meetingId, ...said }: { meetingId: string; reason: string }) =>
  ctx.transact(async (tx) => {
    const { reason } = struckIn(said)
    const was = await findMeeting(tx, meetingId)
    authorize(ctx.actor, 'meeting.cancel', was)
    await move(tx, meetings, meeting, was, 'cancel', { reason })
    if (was.state === 'called') {
      await releaseTopics(tx, meetingId)
      await post(tx, ctx, { meetingId, kind: 'cancel', startsAt: was.startsAt, place: was.place, reason })
      await tellAskers(tx, ctx, was, 'meeting-cancelled')
    }
    await record(tx, ctx, 'meeting.cancel', { subject: meetingId }, { reason })
    return { id: meetingId }
  })
