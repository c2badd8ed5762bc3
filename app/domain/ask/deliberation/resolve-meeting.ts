import { and, eq, isNull } from 'drizzle-orm'
import { meetingQuestions, meetingSteps, meetings } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Role } from '#db/vocabulary.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { struck } from '../../masked-words.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { findMeeting, type Meeting, questionsOf, stepsOf, withRecorders } from './find-meeting.ts'
import { meeting } from './machine.ts'

const unanswered = (meetingId: string) =>
  and(eq(meetingQuestions.meetingId, meetingId), isNull(meetingQuestions.answer))
const undone = (meetingId: string) => and(eq(meetingSteps.meetingId, meetingId), isNull(meetingSteps.doneAt))

async function tellAskers(tx: Tx, ctx: Context, was: Meeting) {
  const askers = new Set((await questionsOf(tx, was.id)).map((q) => q.personId))
  for (const personId of askers)
    if (personId)
      await notify(tx, ctx, { personId }, 'meeting-minutes', `/meetings/${was.id}`, { title: was.title })
}

/** 公布决议和会议记录: with every question answered; where nothing is to be done it is carried out at once. */
export const resolveMeeting = (ctx: Context, { meetingId }: { meetingId: string }) =>
  ctx.transact(async (tx) => {
    const was = await findMeeting(tx, meetingId)
    authorize(ctx.actor, 'meeting.resolve', await withRecorders(tx, was))
    if (was.state === 'no_quorum') throw new Refusal('conflict', 'no-quorum-decides-nothing')
    if (was.state === 'held' && !was.minutes) throw new Refusal('conflict', 'minutes-missing')
    const open = await tx.$count(meetingQuestions, unanswered(meetingId))
    if (was.state === 'held' && open > 0) throw new Refusal('conflict', 'questions-unanswered', { n: open })
    const now = ctx.clock.now()
    const state = await move(tx, meetings, meeting, was, 'resolve', { publishedAt: now })
    const steps = await stepsOf(tx, meetingId)
    if (steps.length === 0)
      await move(tx, meetings, meeting, { id: meetingId, state }, 'execute', { executedAt: now })
    await tellAskers(tx, ctx, was)
    await record(tx, ctx, 'meeting.resolve', { subject: meetingId }, { steps: steps.length })
    return { id: meetingId }
  })

/** One step is done: by whom, and how; with the last one the resolutions are carried out. */
export const doStep = (
  ctx: Context,
  { meetingId, stepId, done }: { meetingId: string; stepId: string; done: string },
) =>
  ctx.transact(async (tx) => {
    const was = await findMeeting(tx, meetingId)
    const found = (await stepsOf(tx, meetingId)).find(({ step }) => step.id === stepId)
    if (!found) throw new Refusal('missing', 'meeting-step')
    authorize(ctx.actor, 'meeting.do_step', { partyId: found.step.partyId })
    if (was.state !== 'resolved') throw new Refusal('conflict', 'minutes-not-out')
    if (found.step.doneAt) throw new Refusal('conflict', 'step-done')
    const now = ctx.clock.now()
    await tx
      .update(meetingSteps)
      .set({ done: struck(done), doneBy: ctx.actor.personId, doneAt: now })
      .where(eq(meetingSteps.id, stepId))
    await record(tx, ctx, 'meeting.do_step', { subject: meetingId })
    if ((await tx.$count(meetingSteps, undone(meetingId))) === 0) {
      await move(tx, meetings, meeting, was, 'execute', { executedAt: now })
      const director = { role: 'committee_director' as Role, partyId: was.committeeId }
      await notify(tx, ctx, director, 'meeting-executed', `/desk/meetings/${meetingId}`, { title: was.title })
    }
    return { id: meetingId }
  })

/** 反馈: what became of it, told to everybody; only once everything is done. */
export const reportMeeting = (ctx: Context, { meetingId, report }: { meetingId: string; report: string }) =>
  ctx.transact(async (tx) => {
    const was = await findMeeting(tx, meetingId)
    authorize(ctx.actor, 'meeting.report', was)
    if (was.state === 'resolved') throw new Refusal('conflict', 'steps-open')
    await move(tx, meetings, meeting, was, 'report', { report: struck(report), reportedAt: ctx.clock.now() })
    await record(tx, ctx, 'meeting.report', { subject: meetingId })
    return { id: meetingId }
  })
