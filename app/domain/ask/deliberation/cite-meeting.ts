import { and, eq } from 'drizzle-orm'
import { needEvidence } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { Refusal } from '../../refusal.ts'
import { needBeingWritten } from '../need/edit-need.ts'
import { findMeeting, resolutionOf } from './find-meeting.ts'

type Cite = { needId: string; meetingId: string; resolutionId: string }
/** Cites a published resolution of the same community for a need: how many were for it, of how many there. */
export const citeMeeting = (ctx: Context, { needId, meetingId, resolutionId }: Cite) =>
  ctx.transact(async (tx) => {
    const need = await needBeingWritten(tx, ctx, needId)
    const was = await findMeeting(tx, meetingId)
    if (was.communityId !== need.communityId) throw new Refusal('conflict', 'meeting-elsewhere')
    if (was.publishedAt === null) throw new Refusal('conflict', 'minutes-not-out')
    const { passed, inFavour } = await resolutionOf(tx, meetingId, resolutionId)
    if (!passed) throw new Refusal('conflict', 'resolution-not-passed')
    const row = { needId, kind: 'meeting' as const, refId: meetingId, note: was.refNo }
    const same = and(
      eq(needEvidence.needId, needId),
      eq(needEvidence.kind, 'meeting'),
      eq(needEvidence.refId, meetingId),
    )
    await tx.delete(needEvidence).where(same)
    await tx.insert(needEvidence).values({ ...row, count: inFavour, sample: was.present ?? 0 })
    await record(tx, ctx, 'need.cite', { subject: needId, threadId: needId }, { meetingId })
    return { id: needId }
  })
