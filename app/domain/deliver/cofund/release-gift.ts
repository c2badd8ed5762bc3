import { and, eq } from 'drizzle-orm'
import { gifts, payeeAccounts } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { balancesOf } from '../../treasury/balances.ts'
import { askProvider, providerOf } from './ask-provider.ts'
import { findGift, giftSubject } from './find-gift.ts'
import { isFrozen } from './frozen.ts'
import { gift } from './gift-machine.ts'
import { postGift } from './post-gift.ts'

/** The account of a body at the provider, once it may be paid there. */
export async function readyAccount(db: Reader, provider: string, partyId: string) {
  const mine = and(eq(payeeAccounts.provider, provider), eq(payeeAccounts.partyId, partyId))
  const [found] = await db.select().from(payeeAccounts).where(mine)
  return found?.ready ? found : null
}

/** The provider's own reference of the account a body is paid to. */
export const accountAt = async (db: Reader, provider: string, partyId: string) =>
  (await readyAccount(db, provider, partyId))?.ref ?? null

/** 拨付: finance sends what is held to the receiver, once the part is accepted and nothing is disputed. */
export const releaseGift = (ctx: Context, { giftId }: { giftId: string }) =>
  ctx.transact(async (tx) => {
    const was = await findGift(tx, giftId)
    authorize(ctx.actor, 'gift.release', await giftSubject(tx, was))
    const provider = providerOf(ctx)
    if (was.pot.milestone.state !== 'accepted') throw new Refusal('conflict', 'part-not-accepted')
    if (await isFrozen(tx, was.id)) throw new Refusal('conflict', 'gift-frozen')
    if (!(await readyAccount(tx, provider, was.pot.receiverId)))
      throw new Refusal('conflict', 'payee-not-connected')
    const { co_fund_held: amount } = await balancesOf(tx, { giftId })
    await move(tx, gifts, gift, was, 'release', {
      releasedBy: ctx.actor.personId,
      releasedAt: ctx.clock.now(),
    })
    const key = await askProvider(tx, ctx, { provider, giftId, kind: 'release', amount })
    await postGift(tx, ctx, was, 'release', key, [['co_fund_held', 'co_fund_in_transit', amount]])
    const threadId = was.pot.milestone.contract.planId
    await record(tx, ctx, 'gift.release', { subject: was.id, threadId }, { amount })
    return { id: was.id }
  })
