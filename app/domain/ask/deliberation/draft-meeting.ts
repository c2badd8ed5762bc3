import { and, eq, isNull, notInArray } from 'drizzle-orm'
import { newId } from '#db/dialect.ts'
import { meetingQuestions, meetings } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf, yearOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { struckIn } from '../../masked-words.ts'
import { authorize } from '../../policy/index.ts'
import { nextRef } from '../../reference.ts'
import { Refusal } from '../../refusal.ts'
import { bodiesOfCommunity } from '../../where/bodies-of-community.ts'
import { copyAgenda, writeAgenda } from './agenda.ts'
import { findBody } from './find-body.ts'
import { findMeeting } from './find-meeting.ts'
import { ruleOf } from './find-rule.ts'
import type { DraftMeeting } from './meeting-forms.ts'

type Words = Pick<DraftMeeting, 'title' | 'startsAt' | 'place' | 'chair'>
const headWords = ['title', 'place', 'chair'] as const
type Head = Words & { bodyId: string; againOf: string | null }

async function insertMeeting(tx: Tx, ctx: Context, { bodyId, ...head }: Head) {
  const body = await findBody(tx, bodyId)
  authorize(ctx.actor, 'meeting.draft', body)
  const now = ctx.clock.now()
  const { communityId, committeeId } = body
  const rule = await ruleOf(tx, body.ruleCode, { communityId, on: dateOf(now) })
  const { streetId } = await bodiesOfCommunity(tx, communityId)
  const id = newId()
  const refNo = await nextRef(tx, 'HY', yearOf(dateOf(now)))
  await tx.insert(meetings).values({
    ...{
      id,
      refNo,
      communityId,
      committeeId,
      streetId,
      bodyId,
      ruleId: rule.id,
      ...struckIn(head, headWords),
    },
    state: 'draft',
    createdBy: ctx.actor.personId!,
    createdAt: now,
  })
  return { id, communityId }
}

/** Prepares a meeting of one body: its day, its place, who chairs it, what is on the agenda. */
export const draftMeeting = (ctx: Context, { topicIds, needIds, lines, ...head }: DraftMeeting) =>
  ctx.transact(async (tx) => {
    const made = await insertMeeting(tx, ctx, { ...head, againOf: null })
    await writeAgenda(tx, made, { topicIds, needIds, lines })
    await record(tx, ctx, 'meeting.draft', { subject: made.id }, {})
    return { id: made.id }
  })

/** Writes a meeting anew while no notice of it is out; who meets is fixed. */
export const editMeeting = (ctx: Context, { meetingId, ...input }: DraftMeeting & { meetingId: string }) =>
  ctx.transact(async (tx) => {
    const was = await findMeeting(tx, meetingId)
    authorize(ctx.actor, 'meeting.draft', was)
    if (was.state !== 'draft') throw new Refusal('conflict', 'meeting-noticed')
    if (input.bodyId !== was.bodyId) throw new Refusal('conflict', 'meeting-other-body')
    const { title, startsAt, place, chair, topicIds, needIds, lines } = input
    await tx
      .update(meetings)
      .set(struckIn({ title, startsAt, place, chair }, headWords))
      .where(eq(meetings.id, meetingId))
    if (!was.againOf) await writeAgenda(tx, was, { topicIds, needIds, lines })
    await record(tx, ctx, 'meeting.edit', { subject: meetingId }, {})
    return { id: meetingId }
  })

/** 再次召集: the same agenda again, after too few came; questions not answered go along. */
export const callAgain = (ctx: Context, { meetingId, startsAt }: { meetingId: string; startsAt: Date }) =>
  ctx.transact(async (tx) => {
    const was = await findMeeting(tx, meetingId)
    authorize(ctx.actor, 'meeting.draft', was)
    if (was.state !== 'no_quorum') throw new Refusal('conflict', 'meeting-had-quorum')
    const live = and(eq(meetings.againOf, meetingId), notInArray(meetings.state, ['cancelled']))
    if (await tx.$count(meetings, live)) throw new Refusal('conflict', 'meeting-called-again')
    const { title, place, chair, bodyId } = was
    const made = await insertMeeting(tx, ctx, { title, place, chair, bodyId, startsAt, againOf: meetingId })
    await copyAgenda(tx, meetingId, made.id)
    await tx
      .update(meetingQuestions)
      .set({ meetingId: made.id })
      .where(and(eq(meetingQuestions.meetingId, meetingId), isNull(meetingQuestions.answer)))
    await record(tx, ctx, 'meeting.call_again', { subject: made.id }, { againOf: meetingId })
    return { id: made.id }
  })
