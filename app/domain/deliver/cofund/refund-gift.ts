import { gifts } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import type { Fen } from '../../money.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { balancesOf } from '../../treasury/balances.ts'
import { askProvider, callsOf, providerOf } from './ask-provider.ts'
import { findGift, type GiftFacts, giftSubject } from './find-gift.ts'
import { isFrozen } from './frozen.ts'
import { gift } from './gift-machine.ts'
import { postGift } from './post-gift.ts'

/** What is held is due back to the giver, and the provider is asked to give it back. */
export async function giveBack(tx: Tx, ctx: Context, was: GiftFacts, provider: string, amount: Fen) {
  if (amount <= 0) return
  const key = await askProvider(tx, ctx, { provider, giftId: was.id, kind: 'refund', amount })
  await postGift(tx, ctx, was, 'refund', key, [['co_fund_held', 'refund_due', amount]])
}

/** What has reached the receiver is asked back from it first; it goes on to the giver when it is there. */
export async function callBack(tx: Tx, ctx: Context, was: GiftFacts, provider: string, amount: Fen) {
  const calls = await callsOf(tx, { giftId: was.id })
  const of = calls.filter(({ kind }) => kind === 'release').at(-1)?.callKey ?? null
  if (amount <= 0 || of === null || calls.some(({ kind }) => kind === 'reverse')) return
  await askProvider(tx, ctx, { provider, giftId: was.id, kind: 'reverse', amount, of })
}

/** 退还: before the release from what is held, after it once the receiver has given it back. */
export const refundGift = (ctx: Context, { giftId, reason }: { giftId: string; reason: string }) =>
  ctx.transact(async (tx) => {
    const was = await findGift(tx, giftId)
    authorize(ctx.actor, 'gift.refund', await giftSubject(tx, was))
    const provider = providerOf(ctx)
    if (await isFrozen(tx, was.id)) throw new Refusal('conflict', 'gift-frozen')
    const b = await balancesOf(tx, { giftId })
    if (b.co_fund_in_transit > 0) throw new Refusal('conflict', 'gift-in-transit')
    const by = { refundedBy: ctx.actor.personId, refundedAt: ctx.clock.now(), refundReason: reason }
    await move(tx, gifts, gift, was, 'refund', by)
    await giveBack(tx, ctx, was, provider, b.co_fund_held)
    await callBack(tx, ctx, was, provider, b.co_fund_paid)
    await notify(tx, ctx, { personId: was.payerId }, 'gift-refunded', `/gifts/${was.id}`, {
      title: was.pot.title,
    })
    const threadId = was.pot.milestone.contract.planId
    await record(tx, ctx, 'gift.refund', { subject: was.id, threadId })
    return { id: was.id }
  })

/** A refund that the giver's bank sent back is tried again, under a key of its own. */
export const refundAgain = (ctx: Context, { giftId }: { giftId: string }) =>
  ctx.transact(async (tx) => {
    const was = await findGift(tx, giftId)
    authorize(ctx.actor, 'gift.refund', await giftSubject(tx, was))
    const provider = providerOf(ctx)
    const { refund_due: amount } = await balancesOf(tx, { giftId })
    const calls = (await callsOf(tx, { giftId })).filter(({ kind }) => kind === 'refund')
    if (amount <= 0 || calls.some(({ state }) => state === 'waiting') || !calls.at(-1)?.lastError)
      throw new Refusal('conflict', 'nothing-to-refund-again')
    await askProvider(tx, ctx, { provider, giftId, kind: 'refund', amount })
    await record(tx, ctx, 'gift.refund', { subject: was.id }, { again: true })
    return { id: was.id }
  })
