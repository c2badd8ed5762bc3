import { and, eq, isNull } from 'drizzle-orm'
import { petitions, suggestions } from '#db/schema/index.ts'
import type { Context } from '../../../context.ts'
import { endOf } from '../../../dates.ts'
import { record } from '../../../journal.ts'
import { move } from '../../../move.ts'
import { notify } from '../../../notify.ts'
import { lastDay, parameter } from '../../../parameters.ts'
import { Refusal } from '../../../refusal.ts'
import { suggestion } from '../machine.ts'
import { repliedWith, tellAsker } from '../tell-asker.ts'
import { petitionFor } from './find-petition.ts'
import { petition } from './machine.ts'

type Extend = { refNo: string; reason: string }
type Finish = { refNo: string; opinionNo: string; reply: string }

/** 延长办理期限: once, before the days are over, with the reason, which who asked is told (第三十四条). */
export const extendPetition = (ctx: Context, { refNo, reason }: Extend) =>
  ctx.transact(async (tx) => {
    const { was, of } = await petitionFor(tx, ctx, refNo, 'petition.extend')
    petition.next(of.state, 'finish')
    if (of.extendedAt) throw new Refusal('conflict', 'petition-extended-already')
    const now = ctx.clock.now()
    const was60 = of.finishDueOn!
    if (now >= endOf(was60)) throw new Refusal('conflict', 'petition-extension-late')
    const { value, unit } = await parameter(tx, 'XINFANG_EXTEND', was60)
    const finishDueOn = lastDay(ctx.calendar, was60, value, unit)
    const extended = await tx
      .update(petitions)
      .set({ extendedAt: now, extendReason: reason, finishDueOn })
      .where(and(eq(petitions.id, of.id), eq(petitions.state, 'accepted'), isNull(petitions.extendedAt)))
      .returning({ id: petitions.id })
    if (extended.length === 0) throw new Refusal('conflict', 'moved-meanwhile')
    await tx
      .update(suggestions)
      .set({ dueAt: endOf(finishDueOn) })
      .where(eq(suggestions.id, was.id))
    if (was.personId)
      await notify(tx, ctx, { personId: was.personId }, 'petition-extended', `/suggestions/${refNo}`, {
        refNo,
      })
    await record(tx, ctx, 'petition.extend', { subject: refNo }, { finishDueOn })
    return { refNo }
  })

/** 办结: the written opinion with its number is the answer; who asked may ask for a review within its days (第三十五条). */
export const finishPetition = (ctx: Context, { refNo, opinionNo, reply }: Finish) =>
  ctx.transact(async (tx) => {
    const { was, of } = await petitionFor(tx, ctx, refNo, 'petition.finish')
    const now = ctx.clock.now()
    await move(tx, petitions, petition, of, 'finish', { finishedAt: now, opinionNo })
    await move(tx, suggestions, suggestion, was, 'answer', repliedWith(ctx, reply))
    await tellAsker(tx, ctx, was)
    const late = now >= endOf(of.finishDueOn!)
    await record(tx, ctx, 'petition.finish', { subject: refNo }, { opinionNo, late })
    return { refNo }
  })
