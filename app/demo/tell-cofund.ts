import { eq } from 'drizzle-orm'
import { openStripe } from '#app/ports/payments/open-stripe.ts'
import { stripeProvider } from '#app/ports/payments/stripe.ts'
import { type StandIn, stripeStandIn } from '#app/ports/payments/stripe-stand-in.ts'
import { providerCalls, standIns } from '#db/schema/index.ts'
import type { Context } from '#domain/context.ts'
import { acceptGift } from '#domain/deliver/cofund/answer-gift.ts'
import { connectPayee } from '#domain/deliver/cofund/connect-payee.ts'
import { openPot } from '#domain/deliver/cofund/open-pot.ts'
import { payGift } from '#domain/deliver/cofund/pay-gift.ts'
import { pledgeGift } from '#domain/deliver/cofund/pledge-gift.ts'
import { reconcileDay } from '#domain/deliver/cofund/reconcile-gifts.ts'
import { accountAt } from '#domain/deliver/cofund/release-gift.ts'
import { catchUp, workProvider } from '#domain/deliver/cofund/work-provider.ts'
import { yuan } from '#domain/money.ts'
import { personOf } from './base.ts'
import type { Story } from './story.ts'
import type { Service } from './tell-contracts.ts'

const moment = (when: string) => Date.parse(`${when.replace(' ', 'T')}:00+08:00`)
/** The stand-in of the provider, in the story's own time. */
async function standIn({ store }: Story) {
  const time = { now: 0 }
  const fake = stripeStandIn({ now: () => time.now, pageOf: (id) => `/checkout/${id}` })
  const stripe = await openStripe('sk_test_stand_in', fake.answer)
  const accountOf = (partyId: string) => accountAt(store.db, 'stripe', partyId)
  return { time, fake, provider: stripeProvider({ stripe, currency: 'cny', secrets: [], accountOf }) }
}
type Provider = Awaited<ReturnType<typeof standIn>>
const online = (ctx: Context, { provider }: Provider): Context => ({ ...ctx, funding: provider.capabilities })

/** What waits is asked, and what happened is read again. */
async function turn(story: Story, p: Provider, when: string) {
  p.time.now = moment(when)
  const ctx = online(story.asResident(null, null, when), p)
  await workProvider(ctx, p.provider, '')
  await catchUp(ctx, p.provider)
}
async function payPage({ store }: Story, giftId: string) {
  const asked = await store.db.select().from(providerCalls).where(eq(providerCalls.giftId, giftId))
  return asked.find(({ kind }) => kind === 'open')?.ref ?? ''
}

type Giving = { by: (when: string) => Context; amount: number; shown: 'named' | 'unnamed'; on: string }
async function give(story: Story, p: Provider, { supplierId }: Service, potId: string, giving: Giving) {
  const { by, on, shown } = giving
  const giver = online(by(`${on} 10:00`), p)
  const { id: giftId } = await pledgeGift(giver, { potId, amount: yuan(giving.amount), shown })
  await acceptGift(online(story.sit('org_signer', supplierId, `${on} 11:00`), p), { giftId })
  await payGift(online(by(`${on} 14:00`), p), { giftId })
  await turn(story, p, `${on} 14:01`)
  await p.fake.leave(await payPage(story, giftId), 'paid')
  await turn(story, p, `${on} 14:05`)
}

const keep = ({ store }: Story, { state }: StandIn) =>
  store.transact(async (tx) => {
    const kept = JSON.parse(JSON.stringify(state)) as Record<string, unknown>
    await tx.insert(standIns).values({ id: 'stripe', state: kept })
  })

/** 共建资金: a street asks for what a contract does not hold; a restaurant and a neighbour give; more is wanted. */
export async function tellCofund(story: Story, service: Service) {
  const p = await standIn(story)
  p.time.now = moment('2026-10-20 09:00')
  const { id: potId } = await openPot(online(story.as(service.of('handler'), '2026-10-20 09:00'), p), {
    milestoneId: service.milestones.at(-1)!,
    title: '防滑椅与浴室扶手',
    purpose: '为三十户独居老人添置防滑椅和浴室扶手，合同之外，装好后由社工逐户回访。',
    wanted: yuan(18_000),
    appeal: 'named',
  })
  const signer = story.sit('org_signer', service.supplierId, '2026-10-21 09:00')
  await connectPayee(online(signer, p), { partyId: service.supplierId })
  const company = (when: string) => story.sit('org_signer', 'ENT01', when)
  const neighbour = (when: string) => story.asResident(personOf(story.district, 'RES09'), null, when)
  await give(story, p, service, potId, { by: company, amount: 8_000, shown: 'named', on: '2026-10-27' })
  await give(story, p, service, potId, { by: neighbour, amount: 300, shown: 'unnamed', on: '2026-11-09' })
  for (const day of ['2026-10-27', '2026-11-09'])
    await reconcileDay(online(story.asResident(null, null, `${day} 23:50`), p), p.provider, day)
  await keep(story, p.fake)
}
