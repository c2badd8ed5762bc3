import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FundingProvider } from '#app/ports/payments/funding-provider.ts'
import type { StandIn } from '#app/ports/payments/stripe-stand-in.ts'
import { isPg } from '#db/dialect.ts'
import { gifts, milestones, pots, providerFacts } from '#db/schema/index.ts'
import { acceptGift, withdrawGift } from '#domain/deliver/cofund/answer-gift.ts'
import { openPot } from '#domain/deliver/cofund/open-pot.ts'
import { payGift } from '#domain/deliver/cofund/pay-gift.ts'
import { pledgeGift } from '#domain/deliver/cofund/pledge-gift.ts'
import { refundAgain, refundGift } from '#domain/deliver/cofund/refund-gift.ts'
import { releaseGift } from '#domain/deliver/cofund/release-gift.ts'
import { catchUp } from '#domain/deliver/cofund/work-provider.ts'
import { verifyLedger } from '#domain/deliver/payment/verify-ledger.ts'
import { sum, yuan } from '#domain/money.ts'
import { balancesOf } from '#domain/treasury/balances.ts'
import { pageOf, type Stage, stage, stands } from '#tests/support/cofund-stage.ts'
import { potWords } from '#tests/support/company.ts'
import { endAlike, orders, plans } from '#tests/support/five-events.ts'
import { endsWell, type Rig, stepsOf, type Told } from '#tests/support/funding-model.ts'
import { passGate } from '#tests/support/payment.ts'

test('five events in each of their hundred and twenty orders, with one said twice and a death anywhere, end in one state', async () => {
  // Each order with a plan of its own, and every death and every repeat among them; npm run prove takes every plan with each.
  const chosen = orders.map((order, n) => ({
    ...{ order, plan: plans[(1 + n * 49) % plans.length]! },
    won: (n >> 1) % 2 === 0,
  }))
  const deaths = chosen.map(({ plan: { death } }) => `${death.after} ${death.about} ${death.how}`)
  expect(new Set(deaths).size).toBe(40)
  expect(new Set(chosen.map(({ plan: { repeat } }) => `${repeat.after} ${repeat.of}`)).size).toBe(15)
  // The order of messages knows nothing of the engine: all of them on SQLite, every tenth on PostgreSQL.
  await endAlike(chosen.filter((_, n) => !isPg || n % 10 === 0))
}, 60_000)

async function agreed(s: Stage, part: string, amount = yuan(1_000)) {
  const { id: potId } = await openPot(s.as('handler'), { milestoneId: part, ...potWords, wanted: amount })
  const { id } = await pledgeGift(s.giver(), { potId, amount, shown: 'named' })
  await acceptGift(s.as('signer1'), { giftId: id })
  return id
}

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
