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
import { began, dealOrders, type Order } from './deal-orders.ts'
import type { Orders, PriceTold } from './district.ts'
import { phoneOf } from './neighbours.ts'
import { ratedOrders, tellOrderRating } from './rate-orders.ts'
import { later } from './seeded.ts'
import type { Story } from './story.ts'

/** Everybody of eighty and more who lives in the district. */
async function eldersOf(story: Story) {
  const old = and(eq(persons.ageBand, '80+'), isNotNull(persons.communityId))
  const rows = await story.store.db.select().from(persons).where(old).orderBy(persons.id)
  return rows.map((p) => ({ id: p.id, communityId: p.communityId! }))
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
  /** Which of them were rated, and how. */
  rated: ReadonlyMap<number, number>
}
type Actor = { personId: string; communityId: string }

/** One order, from the day it was placed as far as it came. */
async function tellOrder(story: Story, teller: Teller, order: Order, i: number) {
  const { end, personId, supplierId, placedOn } = order
  const { framework, providers } = teller
  const clock = `${10 + (i % 8)}:${String((i * 7) % 60).padStart(2, '0')}`
  const on = (days: number, time: string) => `${later(placedOn, days)} ${time}`
  const who = teller.actOf(personId)
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
  const level = teller.rated.get(i)
  if (level) await tellOrderRating({ orderId, level, i, item: order.item, placedOn, family, provider })
}

/** 家属代办: the daughter of 赵阿婆 acts for her, written down by the committee's clerk. */
async function writeFamily(story: Story) {
  const phone = phoneOf(story.district, 'RES01')
  const agentPhone = phoneOf(story.district, 'RES07')
  const clerk = story.sit('committee_clerk', 'C1', `${began} 08:40`)
  await writeKinship(clerk, { phone, agentPhone, relation: '女儿', consent: 'in_person' })
}

type Agreement = Omit<Teller, 'actOf' | 'rated'> & {
  told: Orders
  prices: readonly PriceTold[]
  most: number
  suppliers: readonly string[]
}
/** 订单: as many as the file counts, each placed, taken, done, confirmed and, one in four, rated by whoever may. */
export async function tellOrders(story: Story, { told, prices, most, suppliers, ...agreement }: Agreement) {
  await writeFamily(story)
  const elders = await eldersOf(story)
  const homes = new Map(elders.map((e) => [e.id, e.communityId]))
  const mother = personOf(story.district, 'RES01')
  const daughter = { personId: personOf(story.district, 'RES07'), communityId: 'C3' }
  const actOf = (personId: string) =>
    personId === mother ? daughter : { personId, communityId: homes.get(personId)! }
  const ids = elders.map((e) => e.id)
  const dealt = dealOrders(told, { prices: prices.map((p) => p.unitPrice), most, suppliers }, ids)
  const rated = ratedOrders(told)
  await inBatches(dealt, (order, i) => tellOrder(story, { ...agreement, actOf, rated }, order, i))
}
