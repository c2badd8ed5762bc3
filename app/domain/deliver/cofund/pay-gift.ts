import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { mustBeLawful } from '../../treasury/lawful-provider.ts'
import { askProvider, callsOf, providerOf } from './ask-provider.ts'
import { findGift, giftSubject } from './find-gift.ts'

const hour = 3_600_000
/** A payment page stands for a day; after that another is asked for. */
const isOld = (at: Date, now: Date) => now.getTime() - at.getTime() > 23 * hour

/** 去付款: asks the provider for a page to pay on. Coming back from it proves nothing. */
export const payGift = (ctx: Context, { giftId }: { giftId: string }) =>
  ctx.transact(async (tx) => {
    const was = await findGift(tx, giftId)
    authorize(ctx.actor, 'gift.pay', await giftSubject(tx, was))
    const provider = providerOf(ctx)
    if (was.state !== 'agreed') throw new Refusal('conflict', 'gift-not-agreed')
    if (was.pot.milestone.contract.state === 'terminated') throw new Refusal('conflict', 'pot-closed')
    await mustBeLawful(tx, was.pot.lineId, ctx.funding!, dateOf(ctx.clock.now()))
    const asked = (await callsOf(tx, { giftId })).filter(({ kind }) => kind === 'open').at(-1)
    if (asked && asked.state !== 'dead' && !isOld(asked.createdAt, ctx.clock.now())) return { id: was.id }
    await askProvider(tx, ctx, { provider, giftId, kind: 'open', amount: was.amount })
    await record(tx, ctx, 'gift.pay', { subject: was.id })
    return { id: was.id }
  })
