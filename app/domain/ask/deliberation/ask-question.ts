import { and, eq } from 'drizzle-orm'
import { meetingQuestions } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { findMeeting } from './find-meeting.ts'

const most = 5
const atTheDesk = (ctx: Context) => ctx.actor.seat !== null && ctx.actor.seat.role !== 'resident'

/** A question before the meeting begins: the committee reads it, the minutes answer it, nobody is named. */
export const askQuestion = (ctx: Context, { meetingId, words }: { meetingId: string; words: string }) =>
  ctx.transact(async (tx) => {
    const was = await findMeeting(tx, meetingId)
    authorize(ctx.actor, 'meeting.ask', was)
    const now = ctx.clock.now()
    if (was.state !== 'called' || now >= was.startsAt)
      throw new Refusal('conflict', 'meeting-questions-closed')
    const personId = atTheDesk(ctx) ? null : ctx.actor.personId
    const mine = and(eq(meetingQuestions.meetingId, meetingId), eq(meetingQuestions.personId, personId ?? ''))
    if ((await tx.$count(meetingQuestions, mine)) >= most)
      throw new Refusal('conflict', 'too-many-questions', { n: most })
    await tx.insert(meetingQuestions).values({ meetingId, personId, words, askedAt: now })
    const clerk = { role: 'committee_clerk', partyId: was.committeeId } as const
    await notify(tx, ctx, clerk, 'meeting-asked', `/desk/meetings/${meetingId}`, { title: was.title })
    await record(tx, ctx, 'meeting.ask', { subject: meetingId })
    return { id: meetingId }
  })

type Answer = { meetingId: string; questionId: string; shown: string; answer: string }
/** Answers a question as it will stand in the minutes: its words without names, and what was said to it. */
export const answerQuestion = (ctx: Context, { meetingId, questionId, shown, answer }: Answer) =>
  ctx.transact(async (tx) => {
    const was = await findMeeting(tx, meetingId)
    authorize(ctx.actor, 'meeting.record', was)
    if (was.state !== 'called' && was.state !== 'held') throw new Refusal('conflict', 'minutes-out')
    const own = and(eq(meetingQuestions.id, questionId), eq(meetingQuestions.meetingId, meetingId))
    const [asked] = await tx.select().from(meetingQuestions).where(own)
    if (!asked) throw new Refusal('missing', 'meeting-question')
    const by = { answeredBy: ctx.actor.personId, answeredAt: ctx.clock.now() }
    await tx
      .update(meetingQuestions)
      .set({ shown, answer, ...by })
      .where(own)
    await record(tx, ctx, 'meeting.answer', { subject: meetingId })
    return { id: meetingId }
  })
