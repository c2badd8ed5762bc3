import { eq } from 'drizzle-orm'
import { petitions, suggestions } from '#db/schema/index.ts'
import type { Context } from '../../../context.ts'
import { dateOf, endOf } from '../../../dates.ts'
import { record } from '../../../journal.ts'
import { move } from '../../../move.ts'
import { notify } from '../../../notify.ts'
import { deadlineOf } from '../../../parameters.ts'
import { Refusal } from '../../../refusal.ts'
import { petitionFor } from './find-petition.ts'
import { petition } from './machine.ts'

type Back = { refNo: string; reason: string }

/** 异议退回: within its working days the street says that the matter is no petition of its (第二十三条); the ask goes back to its desk with new days. */
export const sendPetitionBack = (ctx: Context, { refNo, reason }: Back) =>
  ctx.transact(async (tx) => {
    const { was, of } = await petitionFor(tx, ctx, refNo, 'petition.send_back')
    petition.next(of.state, 'send_back')
    const now = ctx.clock.now()
    if (now >= endOf(of.objectDueOn)) throw new Refusal('conflict', 'petition-objection-over')
    if (of.fromPartyId === was.handlerPartyId) throw new Refusal('conflict', 'petition-from-here')
    await move(tx, petitions, petition, of, 'send_back', { finishedAt: now })
    const dueOn = await deadlineOf(tx, ctx.calendar, 'SUGGESTION_REPLY', dateOf(now))
    const desk = { handlerPartyId: of.fromPartyId, handlerRole: of.fromRole }
    const back = { ...desk, dueAt: endOf(dueOn), referReason: reason, referredAt: now }
    await tx.update(suggestions).set(back).where(eq(suggestions.id, was.id))
    const seat = { role: of.fromRole, partyId: of.fromPartyId }
    await notify(tx, ctx, seat, 'petition-back', `/desk/suggestions/${refNo}`, { refNo })
    await record(tx, ctx, 'petition.send_back', { subject: refNo }, { dueOn })
    return { refNo }
  })
