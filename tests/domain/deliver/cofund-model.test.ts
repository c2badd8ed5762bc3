import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FundingProvider } from '#app/ports/payments/funding-provider.ts'
import { openStripe } from '#app/ports/payments/open-stripe.ts'
import { stripeProvider } from '#app/ports/payments/stripe.ts'
import { type StandIn, stripeStandIn } from '#app/ports/payments/stripe-stand-in.ts'
import { isPg } from '#db/dialect.ts'
import { gifts, milestones, pots, providerCalls, providerEvents, providerFacts } from '#db/schema/index.ts'
import type { Context } from '#domain/context.ts'
import { acceptGift, withdrawGift } from '#domain/deliver/cofund/answer-gift.ts'
import { connectPayee } from '#domain/deliver/cofund/connect-payee.ts'
import { hearProvider } from '#domain/deliver/cofund/hear-provider.ts'
import { openPot } from '#domain/deliver/cofund/open-pot.ts'
import { payGift } from '#domain/deliver/cofund/pay-gift.ts'
import { pledgeGift } from '#domain/deliver/cofund/pledge-gift.ts'
import { refundAgain, refundGift } from '#domain/deliver/cofund/refund-gift.ts'
import { accountAt, releaseGift } from '#domain/deliver/cofund/release-gift.ts'
import { catchUp, workProvider } from '#domain/deliver/cofund/work-provider.ts'
import { verifyLedger } from '#domain/deliver/payment/verify-ledger.ts'
import { sum, yuan } from '#domain/money.ts'
import { balancesOf } from '#domain/treasury/balances.ts'
import { company, companySeat, potWords } from '#tests/support/company.ts'
import { running } from '#tests/support/contract.ts'
import { endsWell, mortal, type Rig, stepsOf, type Told } from '#tests/support/funding-model.ts'
import { passGate } from '#tests/support/payment.ts'
import { world } from '#tests/support/world.ts'

const secret = 'whsec_of_this_test_alone'

/** A town, a stand-in whose events wait until somebody delivers them, and a process that can die. */
async function stage() {
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
type Stage = Awaited<ReturnType<typeof stage>>

const stands = async ({ town }: Stage, giftId: string) => {
  const all = Object.entries(await balancesOf(town.db, { giftId }))
  return Object.fromEntries(all.filter(([, amount]) => amount !== 0))
}
async function agreed(s: Stage, part: string, amount = yuan(1_000)) {
  const { id: potId } = await openPot(s.as('handler'), { milestoneId: part, ...potWords, wanted: amount })
  const { id } = await pledgeGift(s.giver(), { potId, amount, shown: 'named' })
  await acceptGift(s.as('signer1'), { giftId: id })
  return id
}
/** An agreement that both signed, put there at once. */
async function inserted({ town }: Stage, potId: string, n: number) {
  const row = { potId, kind: 'gift', payerId: 'resident6', amount: yuan(1_000), state: 'agreed' } as const
  const signed = { refNo: `JZ-${n}`, agreement: [], agreementHash: '0', pledgedAt: town.clock.now() }
  const [made] = await town.transact((tx) =>
    tx
      .insert(gifts)
      .values({ ...row, ...signed })
      .returning(),
  )
  return made!.id
}
async function pageOf({ town }: Stage, giftId: string) {
  const calls = await town.db.select().from(providerCalls).where(eq(providerCalls.giftId, giftId))
  return calls.filter(({ kind }) => kind === 'open').at(-1)?.ref ?? 'none'
}

const permutations = <T>(all: readonly T[]): T[][] =>
  all.length < 2
    ? [[...all]]
    : all.flatMap((one, i) => permutations(all.filter((_, k) => k !== i)).map((rest) => [one, ...rest]))

test('five events in each of their hundred and twenty orders, with one said twice and a death between steps, end in one state', async () => {
  const s = await stage()
  const ends: unknown[] = []
  // The order of messages knows nothing of the engine: all of them on SQLite, every tenth on PostgreSQL.
  const orders = permutations([0, 1, 2, 3, 4]).filter((_, n) => !isPg || n % 10 === 0)
  const { id: potId } = await openPot(s.as('handler'), {
    ...{ milestoneId: s.parts[1]!.id, ...potWords, wanted: yuan(1_000_000) },
  })
  for (const [n, order] of orders.entries()) {
    const id = await inserted(s, potId, n)
    const before = s.fake.emitted.length
    await payGift(s.giver(), { giftId: id })
    await s.work()
    await s.fake.leave(await pageOf(s, id), 'paid')
    await s.fake.dispute(`gift:${id}`)
    await s.fake.endDispute(`gift:${id}`, n % 2 ? 'won' : 'lost')
    const told = s.fake.emitted.slice(before)
    expect(told).toHaveLength(5)
    for (const [at, nth] of order.entries()) {
      await s.hear(told[nth]!.body)
      if (at === n % 5) await s.hear(told[order[n % (at + 1)]!]!.body)
      if (at === n % 4) s.die(n % 3 === 0 ? 'before' : 'after')
      if (at === n % 4 || at === 4) await s.work()
      s.die(null)
    }
    await s.work()
    ends.push({ lost: n % 2 === 0, stands: await stands(s, id) })
  }
  const kept = { given: -100_000, co_fund_held: 99_400, fee: 600 }
  const lost = { given: -100_000, advanced: -600, refunded: 100_000, fee: 600 }
  for (const [n, end] of ends.entries())
    expect(end, String(orders[n])).toEqual(
      n % 2 ? { lost: false, stands: kept } : { lost: true, stands: lost },
    )
  const events = await s.town.db.select().from(providerEvents)
  expect(new Set(events.map(({ eventId }) => eventId)).size).toBe(events.length)
  expect(events.filter(({ state }) => state !== 'done')).toEqual([])
  expect((await verifyLedger(s.town.db)).faults).toEqual([])
}, 60_000)

/** The company, the organisation, finance and the provider, and all that may go wrong between them. */
async function stripeRig(): Promise<Rig> {
  const s = await stage()
  const parts = s.parts.slice(1, 3).map(({ id }) => id)
  const ids = await Promise.all([] as Array<Promise<string>>)
  for (const part of parts) ids.push(await agreed(s, part))
  const giftId = (part: number) => ids[part]!
  const group = (part: number) => `gift:${ids[part]}`
  const then = async (work: Promise<unknown>) => {
    await work
    await s.work()
  }
  let last: () => Promise<unknown> = async () => undefined
  const remember = (work: () => Promise<unknown>) => {
    last = work
    return work()
  }
  const reason = '阶段不再需要'
  const acts: Rig['acts'] = {
    pay: (part) => remember(() => then(payGift(s.giver(), { giftId: giftId(part) }))),
    pays: async (part) => s.fake.leave(await pageOf(s, giftId(part)), 'paid'),
    fails: async (part) => s.fake.leave(await pageOf(s, giftId(part)), 'failed'),
    withdraw: (part) => remember(() => withdrawGift(s.giver(), { giftId: giftId(part) })),
    gate: (part) => passGate(s.town, parts[part]!),
    release: (part) => remember(() => then(releaseGift(s.as('finance'), { giftId: giftId(part) }))),
    refund: (part) => remember(() => then(refundGift(s.as('finance'), { giftId: giftId(part), reason }))),
    again: (part) => remember(() => then(refundAgain(s.as('finance'), { giftId: giftId(part) }))),
    dispute: (part) => s.fake.dispute(group(part)),
    wins: (part) => s.fake.endDispute(group(part), 'won'),
    loses: (part) => s.fake.endDispute(group(part), 'lost'),
    lose: async () => {
      s.fake.knobs.lose = 1
    },
    break: async () => {
      s.fake.knobs.break = 1
    },
    spoil: async (part) => {
      s.fake.knobs.refundsFail = part === 0
    },
  }
  const told = (): Told[] => s.fake.emitted.map(({ id, body }) => ({ id, deliver: () => then(s.hear(body)) }))
  const settle = async () => {
    s.fake.knobs.lose = 0
    s.fake.knobs.break = 0
    for (let i = 0; i < 4; i++) {
      s.town.clock.pass(3_600_000)
      await s.work()
      await catchUp(s.ctx, s.provider)
    }
  }
  return {
    ...{ parts: parts.length, acts, told, die: s.die, restart: () => last(), catchUp: settle },
    ledger: async () => Promise.all(ids.map(async (id) => ({ ...(await stands(s, id)) }))),
    holds: () => mustHold(s, s.fake, s.provider),
  }
}

async function mustHold(s: Stage, fake: StandIn, provider: FundingProvider) {
  expect((await verifyLedger(s.town.db)).faults).toEqual([])
  const all = await s.town.db
    .select({ gift: gifts, part: milestones.state })
    .from(gifts)
    .innerJoin(pots, eq(pots.id, gifts.potId))
    .innerJoin(milestones, eq(milestones.id, pots.milestoneId))
  for (const { gift, part } of all) {
    const b = await balancesOf(s.town.db, { giftId: gift.id })
    expect(sum(Object.values(b))).toBe(0)
    const { given, advanced, ...inside } = b
    expect(Math.min(...Object.values(inside))).toBe(0)
    if (b.co_fund_paid + b.co_fund_in_transit > 0) expect(part).toBe('accepted')
    const of = ({ transfer_group: g }: { transfer_group: string }) => g === `gift:${gift.id}`
    const sent = Object.values(fake.state.transfers).filter(of)
    expect(sum(sent.map((t) => (t.amount - t.amount_reversed) as never))).toBe(b.co_fund_paid)
    const charged = Object.values(fake.state.charges).filter(of)
    expect(charged.length).toBeLessThanOrEqual(1)
    expect(sum(charged.map((c) => c.amount as never))).toBe(0 - given)
  }
  const facts = await s.town.db.select().from(providerFacts)
  expect(new Set(facts.map(({ factId }) => factId)).size).toBe(facts.length)
  expect(provider.capabilities.fiscal).toBe(false)
}

const acts = [
  ...['pay', 'pays', 'fails', 'withdraw', 'gate', 'release', 'refund', 'again', 'dispute', 'wins', 'loses'],
  ...['lose', 'break', 'spoil'],
]

test('pledge, pay, release, refund, dispute, lost answers, refused refunds, deaths and repeats in any order: one ledger, balanced, nothing early, nothing twice', async () => {
  const steps = stepsOf(acts, 2, { least: 12, most: 30 })
  const begun = fc.subarray([0, 1])
  await fc.assert(
    fc.asyncProperty(begun, steps, (parts, history) =>
      endsWell(stripeRig, [
        ...parts.flatMap((part) => ['pay', 'pays', 'gate'].map((act) => ({ do: 'act' as const, act, part }))),
        ...history,
      ]),
    ),
    { numRuns: isPg ? 2 : 6 },
  )
}, 60_000)
