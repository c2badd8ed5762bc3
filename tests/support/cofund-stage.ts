import { eq } from 'drizzle-orm'
import { openStripe } from '#app/ports/payments/open-stripe.ts'
import { stripeProvider } from '#app/ports/payments/stripe.ts'
import { stripeStandIn } from '#app/ports/payments/stripe-stand-in.ts'
import { providerCalls } from '#db/schema/index.ts'
import type { Context } from '#domain/context.ts'
import { connectPayee } from '#domain/deliver/cofund/connect-payee.ts'
import { hearProvider } from '#domain/deliver/cofund/hear-provider.ts'
import { accountAt } from '#domain/deliver/cofund/release-gift.ts'
import { workProvider } from '#domain/deliver/cofund/work-provider.ts'
import { yuan } from '#domain/money.ts'
import { balancesOf } from '#domain/treasury/balances.ts'
import { company, companySeat } from './company.ts'
import { running } from './contract.ts'
import { mortal } from './funding-model.ts'
import { world } from './world.ts'

const secret = 'whsec_of_this_test_alone'

/** A town, a stand-in whose events wait until somebody delivers them, and a process that can die. */
export async function stage() {
  const town = await world()
  const { id: contractId, milestones: parts } = await running(town, { price: yuan(80_000) })
  await company(town)
  const fake = stripeStandIn({ now: () => town.clock.now().getTime(), pageOf: (id) => `/checkout/${id}` })
  const stripe = await openStripe('sk_test_of_this_test', fake.answer, 0)
  const { transact, die } = mortal(town.transact)
  const accountOf = (id: string) => accountAt(town.db, 'stripe', id)
  const provider = stripeProvider({ stripe, currency: 'cny', secrets: [secret], accountOf })
  const ctx: Context = { ...town.as(null), transact, funding: provider.capabilities }
  const as = (key: string): Context => ({ ...town.as(key), transact, funding: provider.capabilities })
  const work = () => workProvider(ctx, provider, '')
  const hear = (body: string) => {
    const timestamp = Math.floor(town.clock.now().getTime() / 1_000)
    const signature = stripe.webhooks.generateTestHeaderString({ payload: body, secret, timestamp })
    return hearProvider(ctx, provider, { body: Buffer.from(body), signature, at: town.clock.now().getTime() })
  }
  const giver = () => companySeat(as('resident6'))
  await connectPayee(as('signer1'), { partyId: 'ORG1' })
  await work()
  return { town, contractId, parts, fake, provider, ctx, as, giver, work, hear, die }
}
export type Stage = Awaited<ReturnType<typeof stage>>

/** What stands in the accounts of a gift. */
export const stands = async ({ town }: Stage, giftId: string) => {
  const all = Object.entries(await balancesOf(town.db, { giftId }))
  return Object.fromEntries(all.filter(([, amount]) => amount !== 0))
}
/** The payment page that was last opened for a gift. */
export async function pageOf({ town }: Stage, giftId: string) {
  const calls = await town.db.select().from(providerCalls).where(eq(providerCalls.giftId, giftId))
  return calls.filter(({ kind }) => kind === 'open').at(-1)?.ref ?? 'none'
}
