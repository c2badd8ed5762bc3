import { complaints } from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf, endOf, yearOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { notify } from '../../notify.ts'
import { deadlineOf } from '../../parameters.ts'
import { authorize } from '../../policy/index.ts'
import { nextRef } from '../../reference.ts'
import { Refusal } from '../../refusal.ts'
import { complaintEnds } from './complaint-window.ts'
import { findChallenge } from './find-challenge.ts'
import { complaintOf, overseersOf } from './find-complaint.ts'
import { markSuspended } from './holds.ts'
import { pointsOf } from './matters.ts'

type Challenge = Awaited<ReturnType<typeof findChallenge>>

/** Until when this challenge may become a complaint; null while the buyer still has time to reply, or it was withdrawn. */
export async function complainUntil(db: Reader, ctx: Context, was: Challenge): Promise<Date | null> {
  if (was.state === 'withdrawn') return null
  if (was.complaintEndsAt) return was.complaintEndsAt
  return ctx.clock.now() >= was.replyDueAt ? complaintEnds(db, ctx, was) : null
}

async function refuseFiling(tx: Tx, ctx: Context, was: Challenge) {
  if (await complaintOf(tx, was.id)) throw new Refusal('conflict', 'complaint-already-filed')
  const until = await complainUntil(tx, ctx, was)
  if (!until) throw new Refusal('conflict', 'complaint-too-early')
  if (ctx.clock.now() >= until) throw new Refusal('conflict', 'complaint-window-over')
}

/** 投诉事项不得超出质疑事项的范围 (94号令 第二十条): only what was challenged, by its number. */
function withinChallenge(was: Challenge, points: readonly number[] | undefined) {
  const all = pointsOf(was.items).map((_, at) => at)
  const taken = [...new Set(points ?? all)].sort((a, b) => a - b)
  if (taken.length === 0 || taken.some((at) => !all.includes(at)))
    throw new Refusal('invalid', 'complaint-beyond-challenge')
  return taken
}

type Filing = { challengeId: string; items: string; points?: number[] | undefined }
async function register(tx: Tx, ctx: Context, was: Challenge, { items, points }: Filing) {
  const now = ctx.clock.now()
  const on = dateOf(now)
  const [made] = await tx
    .insert(complaints)
    .values({
      refNo: await nextRef(tx, 'TS', yearOf(on)),
      challengeId: was.id,
      tenderId: was.tenderId,
      complainantId: was.challengerId,
      filedBy: ctx.actor.personId!,
      items,
      points: withinChallenge(was, points),
      state: 'filed',
      filedAt: now,
      dueAt: endOf(await deadlineOf(tx, ctx.calendar, 'COMPLAINT_ACCEPT', on)),
    })
    .returning()
  return made!
}

/** 投诉 (政府采购法 第五十五条): to the district, by who raised the challenge and is not content, or had no reply in time. */
export const fileComplaint = (ctx: Context, filing: Filing) =>
  ctx.transact(async (tx) => {
    const { challengeId } = filing
    const was = await findChallenge(tx, challengeId)
    authorize(ctx.actor, 'complaint.file', was)
    await refuseFiling(tx, ctx, was)
    const made = await register(tx, ctx, was, filing)
    await markSuspended(tx, was.tenderId, ctx.clock.now())
    const link = `/desk/complaints/${made.id}`
    for (const partyId of await overseersOf(tx, was.call.buyer))
      await notify(tx, ctx, { role: 'district_finance', partyId }, 'complaint-filed', link, {
        no: made.refNo,
      })
    const about = { subject: made.id, threadId: was.planId }
    await record(tx, ctx, 'complaint.file', about, { refNo: made.refNo, challenge: was.refNo })
    return { id: made.id, tenderId: was.tenderId, challengeId }
  })
