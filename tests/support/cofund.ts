import { eq } from 'drizzle-orm'
import { type Outcome, openStandIn } from '#app/funds.server.ts'
import { gifts, providerCalls } from '#db/schema/index.ts'
import type { Context } from '#domain/context.ts'
import { acceptGift } from '#domain/deliver/cofund/answer-gift.ts'
import { connectPayee } from '#domain/deliver/cofund/connect-payee.ts'
import { openPot } from '#domain/deliver/cofund/open-pot.ts'
import { payGift } from '#domain/deliver/cofund/pay-gift.ts'
import { pledgeGift } from '#domain/deliver/cofund/pledge-gift.ts'
import { milestonesOf } from '#domain/deliver/milestone/find-milestone.ts'
import { type Fen, yuan } from '#domain/money.ts'
import { balancesOf } from '#domain/treasury/balances.ts'
import { company, companySeat, potWords } from './company.ts'
import { running } from './contract.ts'
import { passGate } from './payment.ts'
import type { Town } from './world.ts'

/** A town with a stand-in for its provider, a contract under way and a company that would add to it. */
export async function cofundTown(given?: Town, contractId?: string) {
  const town = given ?? (await (await import('./world.ts')).world())
  const contract = contractId
    ? { id: contractId, milestones: await milestonesOf(town.db, contractId), planId: '' }
    : await running(town, { price: yuan(80_000) })
  await company(town)
  const { funds, fake, provider } = await openStandIn({ ctx: town.as(null), origin: '' })
  const as = (key: string | null): Context => ({ ...town.as(key), funding: funds.capabilities })
  const giver = () => companySeat(as('resident6'))
  const part = contract.milestones[1]!.id
  const pot = async (wanted = yuan(20_000)) =>
    (await openPot(as('handler'), { milestoneId: part, ...potWords, wanted })).id
  const ready = async () => {
    await connectPayee(as('signer1'), { partyId: 'ORG1' })
    await funds.work()
  }
  /** Pledged by the company, signed by the organisation: whether it is paid is another matter. */
  const agreed = async (potId: string, amount: Fen) => {
    const { id } = await pledgeGift(giver(), { potId, amount, shown: 'named' })
    await acceptGift(as('signer1'), { giftId: id })
    return id
  }
  const pageOf = async (giftId: string) => {
    const calls = await town.db.select().from(providerCalls).where(eq(providerCalls.giftId, giftId))
    return calls.filter(({ kind }) => kind === 'open').at(-1)?.ref ?? ''
  }
  /** Goes to the payment page and leaves it so. */
  const visits = async (giftId: string, how: Outcome = 'paid') => {
    await payGift(giver(), { giftId })
    await funds.work()
    return fake.leave(await pageOf(giftId), how)
  }
  const paid = async (potId: string, amount = yuan(10_000)) => {
    const giftId = await agreed(potId, amount)
    await visits(giftId)
    await funds.work()
    return giftId
  }
  const stands = async (giftId: string) => {
    const all = Object.entries(await balancesOf(town.db, { giftId }))
    return Object.fromEntries(all.filter(([, amount]) => amount !== 0))
  }
  const giftNow = async (id: string) => (await town.db.select().from(gifts).where(eq(gifts.id, id)))[0]!
  const accept = () => passGate(town, part)
  return {
    ...{ town, contract, part, funds, fake, provider, as, giver, pot, ready, agreed, visits, paid, stands },
    ...{ giftNow, accept, pageOf },
  }
}
export type CofundTown = Awaited<ReturnType<typeof cofundTown>>
