import { and, eq, inArray } from 'drizzle-orm'
import { meetingMembers, meetings } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { attendanceSources } from '#db/vocabulary.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { findMeeting, rollOf } from './find-meeting.ts'

type Source = (typeof attendanceSources)[number]

/** Loads a meeting whose attendance may still be written: called, and its day has come. */
async function signingIn(tx: Tx, ctx: Context, meetingId: string, counted: boolean) {
  const was = await findMeeting(tx, meetingId)
  authorize(ctx.actor, 'meeting.hold', was)
  if (was.state !== 'called') throw new Refusal('conflict', 'attendance-closed')
  if (dateOf(ctx.clock.now()) < dateOf(was.startsAt)) throw new Refusal('conflict', 'meeting-not-begun')
  if (was.rule.counted !== counted)
    throw new Refusal('conflict', counted ? 'body-is-named' : 'body-is-counted')
  return was
}

type Mark = { meetingId: string; source: Source; present: readonly string[]; remote: readonly string[] }
/** 签到: who is in the room and who is on the line; whoever is neither stays absent, and drops out of his proxies. */
export const markAttendance = (ctx: Context, { meetingId, source, present, remote }: Mark) =>
  ctx.transact(async (tx) => {
    await signingIn(tx, ctx, meetingId, false)
    const roll = await rollOf(tx, meetingId)
    const known = new Set(roll.map((r) => r.id))
    if ([...present, ...remote].some((id) => !known.has(id))) throw new Refusal('invalid', 'not-a-member')
    if (present.some((id) => remote.includes(id))) throw new Refusal('invalid', 'attended-twice')
    const here = new Set([...present, ...remote])
    const kept = roll.filter((r) => r.channel === 'proxy' && !here.has(r.id) && here.has(r.holderId ?? ''))
    const mine = eq(meetingMembers.meetingId, meetingId)
    await tx.update(meetingMembers).set({ channel: null, holderId: null }).where(mine)
    const mark = async (ids: readonly string[], channel: 'in_person' | 'remote') => {
      if (ids.length > 0)
        await tx
          .update(meetingMembers)
          .set({ channel })
          .where(and(mine, inArray(meetingMembers.id, [...ids])))
    }
    await mark(present, 'in_person')
    await mark(remote, 'remote')
    for (const { id, holderId } of kept)
      await tx.update(meetingMembers).set({ channel: 'proxy', holderId }).where(eq(meetingMembers.id, id))
    await tx.update(meetings).set({ attendanceSource: source }).where(eq(meetings.id, meetingId))
    await record(tx, ctx, 'meeting.sign_in', { subject: meetingId }, { here: here.size, source })
    return { id: meetingId }
  })

/** Of a counted body: how many came, never who. */
export const countAttendance = (
  ctx: Context,
  {
    meetingId,
    source,
    inPerson,
    remote,
  }: { meetingId: string; source: Source; inPerson: number; remote: number },
) =>
  ctx.transact(async (tx) => {
    const was = await signingIn(tx, ctx, meetingId, true)
    if (inPerson + remote > (was.size ?? 0))
      throw new Refusal('invalid', 'more-than-the-body', { n: was.size ?? 0 })
    const counts = { in_person: inPerson, remote, proxy: 0 }
    await tx.update(meetings).set({ counts, attendanceSource: source }).where(eq(meetings.id, meetingId))
    await record(tx, ctx, 'meeting.sign_in', { subject: meetingId }, { here: inPerson + remote, source })
    return { id: meetingId }
  })

/** 委托: an absent member's written word lets a present one speak for him, as far as the rule allows. */
export const addProxy = (
  ctx: Context,
  { meetingId, memberId, holderId }: { meetingId: string; memberId: string; holderId: string },
) =>
  ctx.transact(async (tx) => {
    const was = await signingIn(tx, ctx, meetingId, false)
    if (was.rule.proxies === 0) throw new Refusal('conflict', 'no-proxies-here')
    const roll = await rollOf(tx, meetingId)
    const [absent, holder] = [memberId, holderId].map((id) => roll.find((r) => r.id === id))
    if (!absent || !holder) throw new Refusal('invalid', 'not-a-member')
    if (absent.channel !== null) throw new Refusal('conflict', 'proxy-of-one-present')
    if (holder.channel !== 'in_person') throw new Refusal('conflict', 'proxy-not-present')
    const held = roll.filter((r) => r.holderId === holderId).length
    if (held >= was.rule.proxies) throw new Refusal('conflict', 'too-many-proxies', { n: was.rule.proxies })
    await tx.update(meetingMembers).set({ channel: 'proxy', holderId }).where(eq(meetingMembers.id, memberId))
    await record(tx, ctx, 'meeting.add_proxy', { subject: meetingId }, {})
    return { id: meetingId }
  })
