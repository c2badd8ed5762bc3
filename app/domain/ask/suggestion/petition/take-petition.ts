import { eq } from 'drizzle-orm'
import { petitions, suggestions } from '#db/schema/index.ts'
import type { Context } from '../../../context.ts'
import { dateOf, endOf } from '../../../dates.ts'
import { record } from '../../../journal.ts'
import { move } from '../../../move.ts'
import { notify } from '../../../notify.ts'
import { deadlineOf } from '../../../parameters.ts'
import { suggestion } from '../machine.ts'
import { repliedWith, tellAsker } from '../tell-asker.ts'
import { petitionFor } from './find-petition.ts'
import { petition } from './machine.ts'

/** 受理: the office in charge is named, and its sixty days begin (第三十四条); who asked is told. */
export const acceptPetition = (ctx: Context, { refNo, office }: { refNo: string; office: string }) =>
  ctx.transact(async (tx) => {
    const { was, of } = await petitionFor(tx, ctx, refNo, 'petition.accept')
    const now = ctx.clock.now()
    const finishDueOn = await deadlineOf(tx, ctx.calendar, 'XINFANG_FINISH', dateOf(now))
    await move(tx, petitions, petition, of, 'accept', { office, acceptedAt: now, finishDueOn })
    const moved = { office, dueAt: endOf(finishDueOn) }
    await tx.update(suggestions).set(moved).where(eq(suggestions.id, was.id))
    if (was.personId)
      await notify(tx, ctx, { personId: was.personId }, 'petition-taken', `/suggestions/${refNo}`, { refNo })
    const late = now >= endOf(of.notifyDueOn)
    await record(tx, ctx, 'petition.accept', { subject: refNo }, { office, finishDueOn, late })
    return { refNo }
  })

/** 不予受理: said in writing with the reason, which is the answer. */
export const declinePetition = (ctx: Context, { refNo, reply }: { refNo: string; reply: string }) =>
  ctx.transact(async (tx) => {
    const { was, of } = await petitionFor(tx, ctx, refNo, 'petition.decline')
    await move(tx, petitions, petition, of, 'decline', { finishedAt: ctx.clock.now() })
    await move(tx, suggestions, suggestion, was, 'answer', repliedWith(ctx, reply))
    await tellAsker(tx, ctx, was)
    await record(tx, ctx, 'petition.decline', { subject: refNo }, {})
    return { refNo }
  })
