import { meetings } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { cameOf } from './attendance.ts'
import { findMeeting, rollOf } from './find-meeting.ts'
import { meeting } from './machine.ts'
import { quorumOf } from './quorum.ts'

/** Closes the attendance and says whether enough came; where too few did, the meeting decides nothing. */
export const holdMeeting = (ctx: Context, { meetingId }: { meetingId: string }) =>
  ctx.transact(async (tx) => {
    const was = await findMeeting(tx, meetingId)
    authorize(ctx.actor, 'meeting.hold', was)
    const now = ctx.clock.now()
    if (was.state === 'called' && now < was.startsAt) throw new Refusal('conflict', 'meeting-not-begun')
    const { total } = cameOf(was, await rollOf(tx, meetingId))
    const least = quorumOf(was.rule, was.size ?? 0)
    const step = total >= least ? 'hold' : 'fall_short'
    authorize(ctx.actor, `meeting.${step}`, was)
    if (was.state === 'called' && !was.attendanceSource) throw new Refusal('conflict', 'attendance-missing')
    const published = step === 'fall_short' ? { publishedAt: now } : {}
    await move(tx, meetings, meeting, was, step, { present: total, heldAt: now, ...published })
    const director = { role: 'committee_director', partyId: was.committeeId } as const
    if (step === 'fall_short')
      await notify(tx, ctx, director, 'meeting-short', `/desk/meetings/${meetingId}`, { title: was.title })
    await record(
      tx,
      ctx,
      `meeting.${step}`,
      { subject: meetingId },
      { present: total, least, size: was.size },
    )
    return { id: meetingId }
  })
