import { and, eq } from 'drizzle-orm'
import { newId } from '#db/dialect.ts'
import { petitions, suggestions } from '#db/schema/index.ts'
import type { Context } from '../../../context.ts'
import { dateOf, endOf } from '../../../dates.ts'
import { record } from '../../../journal.ts'
import { notify } from '../../../notify.ts'
import { deadlineOf } from '../../../parameters.ts'
import { authorize } from '../../../policy/index.ts'
import { Refusal } from '../../../refusal.ts'
import { bodiesOfCommunity } from '../../../where/bodies-of-community.ts'
import { answererAt } from '../find-answerer.ts'
import { findSuggestion } from '../find-suggestion.ts'
import { refuseInPetition } from './find-petition.ts'

type Refer = { refNo: string; reason: string }

/** 转信访: an ask that is a petition goes to the street with its legal days (信访工作条例 第二十二条、第二十三条); the promise of the reply ends. */
export const referPetition = (ctx: Context, { refNo, reason }: Refer) =>
  ctx.transact(async (tx) => {
    const was = await findSuggestion(tx, refNo)
    authorize(ctx.actor, 'petition.refer', was)
    if (was.state !== 'submitted') throw new Refusal('conflict', 'suggestion-answered')
    await refuseInPetition(tx, was.id)
    const street = answererAt(await bodiesOfCommunity(tx, was.communityId), 'street')!
    const now = ctx.clock.now()
    const today = dateOf(now)
    const notifyDueOn = await deadlineOf(tx, ctx.calendar, 'XINFANG_NOTIFY', today)
    const objectDueOn = await deadlineOf(tx, ctx.calendar, 'XINFANG_OBJECT', today)
    const from = { fromPartyId: was.handlerPartyId, fromRole: ctx.actor.seat!.role }
    const days = { notifyDueOn, objectDueOn, referredAt: now, referredBy: ctx.actor.personId! }
    await tx
      .insert(petitions)
      .values({ id: newId(), suggestionId: was.id, state: 'referred', reason, ...from, ...days })
    await tx
      .update(suggestions)
      .set({ ...street, dueAt: endOf(notifyDueOn) })
      .where(and(eq(suggestions.id, was.id), eq(suggestions.state, 'submitted')))
    const seat = { role: street.handlerRole, partyId: street.handlerPartyId }
    await notify(tx, ctx, seat, 'petition-referred', `/desk/suggestions/${refNo}`, { refNo })
    if (was.personId)
      await notify(tx, ctx, { personId: was.personId }, 'petition-told', `/suggestions/${refNo}`, { refNo })
    await record(tx, ctx, 'petition.refer', { subject: refNo }, { notifyDueOn, objectDueOn })
    return { refNo }
  })
