import { eq } from 'drizzle-orm'
import { meetingResolutions, meetingSteps, meetings, parties } from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { struck, struckIn } from '../../masked-words.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { findMeeting, itemOf, resolutionOf, resolutionsOf } from './find-meeting.ts'
import type { RecordResolution } from './meeting-forms.ts'
import { majorityOf } from './quorum.ts'

/** Loads a meeting whose minutes are being written; one without quorum has decided nothing. */
export async function recording(tx: Tx, ctx: Context, meetingId: string) {
  const was = await findMeeting(tx, meetingId)
  authorize(ctx.actor, 'meeting.record', was)
  if (was.state === 'no_quorum') throw new Refusal('conflict', 'no-quorum-decides-nothing')
  if (was.state === 'draft' || was.state === 'called') throw new Refusal('conflict', 'attendance-open')
  if (was.state !== 'held') throw new Refusal('conflict', 'minutes-out')
  return was
}

/** 表决: for, against and abstentions must be everybody who was there; whether it passed is the rule's, not the clerk's. */
export const recordResolution = (ctx: Context, input: RecordResolution & { meetingId: string }) =>
  ctx.transact(async (tx) => {
    const { meetingId, itemId, words, inFavour, against, abstained } = input
    const was = await recording(tx, ctx, meetingId)
    await itemOf(tx, meetingId, itemId)
    const present = was.present ?? 0
    const cast = inFavour + against + abstained
    if (cast !== present) throw new Refusal('invalid', 'votes-not-attendance', { n: cast, present })
    const passed = inFavour >= majorityOf(was.rule, { present, size: was.size ?? 0 })
    const ordinal = (await resolutionsOf(tx, meetingId)).reduce((n, r) => Math.max(n, r.ordinal), 0) + 1
    await tx
      .insert(meetingResolutions)
      .values({ meetingId, itemId, ordinal, words: struck(words), inFavour, against, abstained, passed })
    await record(tx, ctx, 'meeting.record', { subject: meetingId }, { inFavour, against, abstained, passed })
    return { id: meetingId }
  })

/** Takes a resolution out again before the minutes are published. */
export const dropResolution = (ctx: Context, { meetingId, id }: { meetingId: string; id: string }) =>
  ctx.transact(async (tx) => {
    await recording(tx, ctx, meetingId)
    await resolutionOf(tx, meetingId, id)
    await tx.delete(meetingSteps).where(eq(meetingSteps.resolutionId, id))
    await tx.delete(meetingResolutions).where(eq(meetingResolutions.id, id))
    await record(tx, ctx, 'meeting.drop_resolution', { subject: meetingId })
    return { id: meetingId }
  })

const doers = ['committee', 'station', 'street_office', 'service_centre', 'grid_team'] as const
/** The bodies that may be given something to do: the community's own, its street and its centre. */
export async function doersOf(db: Reader, m: { communityId: string; streetId: string }) {
  const rows = await db
    .select({ id: parties.id, name: parties.name, kind: parties.kind, placeId: parties.placeId })
    .from(parties)
    .where(eq(parties.streetId, m.streetId))
  const [street] = await db
    .select({ id: parties.id, name: parties.name, kind: parties.kind, placeId: parties.placeId })
    .from(parties)
    .where(eq(parties.id, m.streetId))
  const near = rows.filter((p) => p.kind === 'service_centre' || p.placeId === m.communityId)
  return [...near, ...(street ? [street] : [])].filter((p) => doers.some((kind) => kind === p.kind))
}

type Plan = { meetingId: string; resolutionId: string; words: string; partyId: string; dueOn: string }
/** What a passed resolution asks to be done, by which body, by which day. */
export const planStep = (ctx: Context, { meetingId, ...step }: Plan) =>
  ctx.transact(async (tx) => {
    const was = await recording(tx, ctx, meetingId)
    const { passed } = await resolutionOf(tx, meetingId, step.resolutionId)
    if (!passed) throw new Refusal('conflict', 'resolution-not-passed')
    if (!(await doersOf(tx, was)).some((p) => p.id === step.partyId))
      throw new Refusal('invalid', 'step-party')
    if (step.dueOn <= dateOf(ctx.clock.now())) throw new Refusal('invalid', 'step-date-past')
    await tx.insert(meetingSteps).values({ meetingId, ...struckIn(step, ['words']) })
    await record(tx, ctx, 'meeting.plan_step', { subject: meetingId }, { partyId: step.partyId })
    return { id: meetingId }
  })

/** 会议记录, written by the clerk; somebody else publishes it. */
export const writeMinutes = (ctx: Context, { meetingId, minutes }: { meetingId: string; minutes: string }) =>
  ctx.transact(async (tx) => {
    await recording(tx, ctx, meetingId)
    const minutesBy = ctx.actor.personId
    await tx
      .update(meetings)
      .set({ minutes: struck(minutes), minutesBy })
      .where(eq(meetings.id, meetingId))
    await record(tx, ctx, 'meeting.write_minutes', { subject: meetingId })
    return { id: meetingId }
  })
