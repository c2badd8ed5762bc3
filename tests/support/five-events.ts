import { expect } from 'vitest'
import { gifts, providerEvents } from '#db/schema/index.ts'
import { openPot } from '#domain/deliver/cofund/open-pot.ts'
import { payGift } from '#domain/deliver/cofund/pay-gift.ts'
import { verifyLedger } from '#domain/deliver/payment/verify-ledger.ts'
import { yuan } from '#domain/money.ts'
import { pageOf, type Stage, stage, stands } from './cofund-stage.ts'
import { potWords } from './company.ts'
import { type Death, isDeath } from './funding-model.ts'

const permutations = <T>(all: readonly T[]): T[][] =>
  all.length < 2
    ? [[...all]]
    : all.flatMap((one, i) => permutations(all.filter((_, k) => k !== i)).map((rest) => [one, ...rest]))
const five = [0, 1, 2, 3, 4]
/** Every order in which five messages can come. */
export const orders = permutations(five)

/** What a process may be about when it dies: writing a message down, booking what it read again, noting that it read. */
const abouts = ['hear', 'again', 'book', 'note'] as const
/** After which message one of those that came is said again, and when the process dies. */
export type Plan = {
  repeat: { after: number; of: number }
  death: { after: number; about: (typeof abouts)[number]; how: Death }
}
const repeats = five.flatMap((after) => five.slice(0, after + 1).map((of) => ({ after, of })))
const deaths = five.flatMap((after) =>
  abouts.flatMap((about) => (['before', 'after'] as const).map((how) => ({ after, about, how }))),
)
/** Every repeat with every death; a repeat can only be died of where there is one. */
export const plans: readonly Plan[] = repeats.flatMap((repeat) =>
  deaths
    .filter(({ about, after }) => about !== 'again' || after === repeat.after)
    .map((death) => ({ repeat, death })),
)

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

/** Whether it was carried through; a death that was asked for is none. */
const lives = (work: Promise<unknown>) =>
  work.then(
    () => true,
    (error: unknown) => {
      if (!isDeath(error)) throw error
      return false
    },
  )

/** Tells them in their order; whatever was not acknowledged is told again at the end, as the provider would. */
async function tellAll(s: Stage, told: readonly string[], { repeat, death }: Plan) {
  const owed: string[] = []
  let died = 0
  const dyingOf = async (about: Plan['death']['about'], at: number, work: () => Promise<unknown>) => {
    const falls = about === death.about && at === death.after
    // What is noted is the second commit of a reading.
    if (falls) s.die(death.how, about === 'note' ? 1 : 0)
    const done = await lives(work())
    s.die(null)
    if (!done) died += 1
    return done
  }
  for (const [at, body] of told.entries()) {
    if (!(await dyingOf('hear', at, () => s.hear(body)))) owed.push(body)
    const again = told[repeat.of]!
    if (at === repeat.after && !(await dyingOf('again', at, () => s.hear(again)))) owed.push(again)
    if (at !== death.after) continue
    await dyingOf(death.about === 'note' ? 'note' : 'book', at, s.work)
  }
  await s.work()
  for (const body of owed) await s.hear(body)
  await s.work()
  expect(died).toBe(1)
}

/** One gift of its own: paid, disputed and decided, told in this order with this plan; what stands of it in the end. */
async function playOut(s: Stage, potId: string, n: number, { order, plan, won }: History) {
  const id = await inserted(s, potId, n)
  const before = s.fake.emitted.length
  await payGift(s.giver(), { giftId: id })
  await s.work()
  await s.fake.leave(await pageOf(s, id), 'paid')
  await s.fake.dispute(`gift:${id}`)
  await s.fake.endDispute(`gift:${id}`, won ? 'won' : 'lost')
  const told = s.fake.emitted.slice(before).map(({ body }) => body)
  expect(told).toHaveLength(5)
  await tellAll(
    s,
    order.map((nth) => told[nth]!),
    plan,
  )
  return stands(s, id)
}

/** An order of the five, what goes wrong on the way, and whether the dispute is won. */
export type History = { order: readonly number[]; plan: Plan; won: boolean }
const kept = { given: -100_000, co_fund_held: 99_400, fee: 600 }
const lost = { given: -100_000, advanced: -600, refunded: 100_000, fee: 600 }
/** However it was told, each ends as if it had been told in order and once. */
export async function endAlike(histories: readonly History[]) {
  const s = await stage()
  const wanted = { ...potWords, wanted: yuan(1_000_000) }
  const { id: potId } = await openPot(s.as('handler'), { milestoneId: s.parts[1]!.id, ...wanted })
  for (const [n, history] of histories.entries())
    expect(await playOut(s, potId, n, history), JSON.stringify(history)).toEqual(history.won ? kept : lost)
  const events = await s.town.db.select().from(providerEvents)
  expect(new Set(events.map(({ eventId }) => eventId)).size).toBe(events.length)
  expect(events.filter(({ state }) => state !== 'done')).toEqual([])
  expect((await verifyLedger(s.town.db)).faults).toEqual([])
}
