import { and, eq, isNotNull } from 'drizzle-orm'
import { persons } from '#db/schema/index.ts'
import {
  acceptOrder,
  cancelOrder,
  confirmOrder,
  finishOrder,
  redoOrder,
  refuseOrder,
} from '#domain/buy/framework/carry-order.ts'
import type { FrameworkFacts, Provider } from '#domain/buy/framework/find-framework.ts'
import { writeKinship } from '#domain/buy/framework/kinship.ts'
import { placeOrder } from '#domain/buy/framework/place-order.ts'
import { personOf } from './base.ts'
import { inBatches } from './batch.ts'
import type { Orders, PriceTold } from './district.ts'
import { phoneOf } from './neighbours.ts'
import { type Chance, later, seeded } from './seeded.ts'
import type { Story } from './story.ts'

/** How an order came out; the file counts those confirmed and those disputed. */
type End = 'confirmed' | 'disputed' | 'placed' | 'accepted' | 'done' | 'refused' | 'cancelled'
type Order = { end: End; item: number; personId: string; supplierId: string; placedOn: string }

/** What is still open this morning, and what came to nothing. */
const others: ReadonlyArray<readonly [End, number]> = [
  ['placed', 5],
  ['accepted', 5],
  ['done', 4],
  ['refused', 3],
  ['cancelled', 1],
]
const began = '2026-03-02'
const lastDay = '2026-11-18'
const span = (Date.parse(lastDay) - Date.parse(began)) / 86_400_000

/** How many of each service make `n` orders of `sum` 元 together, about as often asked for as the shares say. */
export function mixOf(n: number, sum: number, prices: readonly number[]): number[] {
  const [clean, bath, company, meal] = prices as [number, number, number, number]
  for (let more = 0; more < n; more += 1) {
    const [b, c] = [Math.round(n * 0.17) + (more % 40), Math.round(n * 0.18) + Math.floor(more / 40)]
    const rest = n - b - c
    const a = (sum - b * bath - c * company - rest * meal) / (clean - meal)
    if (Number.isInteger(a) && a >= 0 && a <= rest) return [a, b, c, rest - a]
  }
  throw new Error(`no ${n} orders make ${sum}`)
}

/** Everybody of eighty and more who lives in the district. */
async function eldersOf(story: Story) {
  const old = and(eq(persons.ageBand, '80+'), isNotNull(persons.communityId))
  const rows = await story.store.db.select().from(persons).where(old).orderBy(persons.id)
  return rows.map((p) => ({ id: p.id, communityId: p.communityId! }))
}

const endsOf = (chance: Chance, told: Orders): End[] => {
  const rest = others.flatMap(([end, n]) => Array<End>(n).fill(end))
  const open = told.total - told.confirmed - told.disputed
  const late = [...Array<End>(told.disputed).fill('disputed'), ...rest.slice(0, open)]
  return [...Array<End>(told.confirmed).fill('confirmed'), ...chance.shuffled(late)]
}

/** The orders one by one: services that sum to what was settled, nobody beyond what a month gives him. */
function dealOrders(told: Orders, prices: readonly PriceTold[], most: number, elders: readonly string[]) {
  const chance = seeded('orders')
  const mix = mixOf(
    told.confirmed,
    told.settledAmount,
    prices.map((p) => p.unitPrice),
  )
  const services = chance.shuffled(mix.flatMap((n, item) => Array<number>(n).fill(item)))
  const spent = new Map<string, number>()
  return endsOf(chance, told).map((end, i): Order => {
    const confirmed = end === 'confirmed'
    const item = confirmed ? services[i]! : chance.below(prices.length)
    const placedOn = confirmed ? later(began, Math.floor((span * i) / told.confirmed)) : '2026-11-19'
    const month = later(placedOn, 2).slice(0, 7)
    const left = (id: string) => most - (spent.get(`${id} ${month}`) ?? 0) >= prices[item]!.unitPrice
    const personId = [...elders.keys()].map((k) => elders[(i + k) % elders.length]!).find(left)!
    spent.set(`${personId} ${month}`, (spent.get(`${personId} ${month}`) ?? 0) + prices[item]!.unitPrice)
    const supplierId = chance.weighted([
      ['ORG02', 5],
      ['ORG01', 3],
      ['ENT02', 2],
    ])
    return { end, item, personId, supplierId, placedOn }
  })
}

const reason = {
  refuse: '当天两位护理员都已有安排，请改选其他机构或日期。',
  redo: '只做了一半时间就走了，请补做。',
  cancel: '老人临时去子女家住，先不做了。',
}
type Teller = {
  framework: FrameworkFacts
  providers: readonly Provider[]
  actOf: (personId: string) => Actor
}
type Actor = { personId: string; communityId: string }

/** One order, from the day it was placed as far as it came. */
async function tellOrder(story: Story, { framework, providers, actOf }: Teller, order: Order, i: number) {
  const { end, personId, supplierId, placedOn } = order
  const clock = `${10 + (i % 8)}:${String((i * 7) % 60).padStart(2, '0')}`
  const on = (days: number, time: string) => `${later(placedOn, days)} ${time}`
  const who = actOf(personId)
  const family = (when: string) => story.asResident(who.personId, who.communityId, when)
  const provider = (when: string) => story.sit('org_editor', supplierId, when)
  const wishedOn = later(placedOn, 2)
  const { id: orderId } = await placeOrder(family(on(0, clock)), {
    ...{ frameworkId: framework.id, personId, quantity: 1, wishedOn, words: undefined },
    itemId: framework.items[order.item]!.id,
    providerId: providers.find((p) => p.supplierId === supplierId)!.id,
  })
  if (end === 'placed') return
  if (end === 'refused') return refuseOrder(provider(on(1, '09:10')), { orderId, reason: reason.refuse })
  if (end === 'cancelled') return cancelOrder(family(on(1, '09:10')), { orderId, reason: reason.cancel })
  await acceptOrder(provider(on(1, '09:10')), { orderId })
  if (end === 'accepted') return
  await finishOrder(provider(on(2, '17:20')), { orderId, doneOn: wishedOn })
  if (end === 'disputed') return redoOrder(family(on(3, clock)), { orderId, reason: reason.redo })
  if (end === 'confirmed') await confirmOrder(family(on(3, clock)), { orderId })
}

/** 家属代办: the daughter of 赵阿婆 acts for her, written down by the committee's clerk. */
async function writeFamily(story: Story) {
  const phone = phoneOf(story.district, 'RES01')
  const agentPhone = phoneOf(story.district, 'RES07')
  const clerk = story.sit('committee_clerk', 'C1', `${began} 08:40`)
  await writeKinship(clerk, { phone, agentPhone, relation: '女儿', consent: 'in_person' })
}

type Agreement = Omit<Teller, 'actOf'> & { told: Orders; prices: readonly PriceTold[]; most: number }
/** 订单: as many as the file counts, each placed, taken, done and confirmed by whoever may. */
export async function tellOrders(story: Story, { told, prices, most, ...agreement }: Agreement) {
  await writeFamily(story)
  const elders = await eldersOf(story)
  const homes = new Map(elders.map((e) => [e.id, e.communityId]))
  const mother = personOf(story.district, 'RES01')
  const daughter = { personId: personOf(story.district, 'RES07'), communityId: 'C3' }
  const actOf = (personId: string) =>
    personId === mother ? daughter : { personId, communityId: homes.get(personId)! }
  const dealt = dealOrders(
    told,
    prices,
    most,
    elders.map((e) => e.id),
  )
  await inBatches(dealt, (order, i) => tellOrder(story, { ...agreement, actOf }, order, i))
}
