import { gifts } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { findGift, giftSubject } from './find-gift.ts'
import { gift } from './gift-machine.ts'

type Answer = { giftId: string }
const answer = (ctx: Context, giftId: string, how: 'accept' | 'decline', reason: string | null) =>
  ctx.transact(async (tx) => {
    const was = await findGift(tx, giftId)
    authorize(ctx.actor, `gift.${how}`, await giftSubject(tx, was))
    const by = { answeredBy: ctx.actor.personId, answeredAt: ctx.clock.now(), declineReason: reason }
    await move(tx, gifts, gift, was, how, by)
    const message = how === 'accept' ? 'gift-agreed' : 'gift-declined'
    await notify(tx, ctx, { personId: was.payerId }, message, `/gifts/${was.id}`, { title: was.pot.title })
    await record(tx, ctx, `gift.${how}`, { subject: was.id })
    return { id: was.id }
  })

/** 受赠方签署: from now the agreement is both sides', and its giver may pay. */
export const acceptGift = (ctx: Context, { giftId }: Answer) => answer(ctx, giftId, 'accept', null)
export const declineGift = (ctx: Context, { giftId, reason }: Answer & { reason: string }) =>
  answer(ctx, giftId, 'decline', reason)

/** The giver thinks better of it before he has paid; what is paid after all goes back. */
export const withdrawGift = (ctx: Context, { giftId }: Answer) =>
  ctx.transact(async (tx) => {
    const was = await findGift(tx, giftId)
    authorize(ctx.actor, 'gift.withdraw', await giftSubject(tx, was))
    await move(tx, gifts, gift, was, 'withdraw', { withdrawnAt: ctx.clock.now() })
    await record(tx, ctx, 'gift.withdraw', { subject: was.id })
    return { id: was.id }
  })
