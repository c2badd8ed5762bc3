import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { journal, notices, orderFixes, orderRatings, orders } from '#db/schema/index.ts'
import { acceptOrder, confirmOrder, finishOrder } from '#domain/buy/framework/carry-order.ts'
import { frameworkPage } from '#domain/buy/framework/framework-page.ts'
import { deskOfRating } from '#domain/rate/rating/desk.ts'
import {
  familyRating,
  oneOrderRating,
  providerRatings,
} from '#domain/rate/rating/orders/order-rating-page.ts'
import { ratingsOfFramework } from '#domain/rate/rating/orders/order-summary.ts'
import { orderRatingForm, rateOrder } from '#domain/rate/rating/orders/rate-order.ts'
import { answerOrderFix, judgeOrderFix } from '#domain/rate/rating/orders/take-order-fix.ts'
import { readAlarms } from '#domain/rate/rating/read-alarms.ts'
import { together } from '#domain/rate/rating/summary.ts'
import { priorNow } from '#domain/rate/rating/weigh.ts'
import { listRecords } from '#domain/rate/record/list-records.ts'
import { recordOfParty } from '#domain/rate/record/record-of-party.ts'
import { joined, mother, openFramework, orderedBy } from '#tests/support/framework.ts'
import { type Town, world } from '#tests/support/world.ts'

const refused = (reason: string) => expect.objectContaining({ reason })
const today = '2026-04-10'

async function servingTown() {
  const town = await world()
  const { id: frameworkId } = await openFramework(town)
  const provider = await joined(town, frameworkId, 1)
  await mother(town)
  return { town, frameworkId, providerId: provider.id }
}
type Serving = Awaited<ReturnType<typeof servingTown>>
/** An order carried out by the n-th body; by then it is the day it was wished for. */
async function done({ town, frameworkId }: Serving, providerId: string, n = 1, quantity = 1) {
  const day = { wishedOn: today, quantity }
  const { id: orderId } = await orderedBy(town, frameworkId, providerId, day)
  await acceptOrder(town.as(`editor${n}`), { orderId })
  return orderId
}
async function confirmedOn(town: Town, orderId: string, n = 1) {
  await finishOrder(town.as(`editor${n}`), { orderId, doneOn: today })
  await confirmOrder(town.as('resident6'), { orderId })
}
const rate = (town: Town, orderId: string, level: number, who = 'resident6', words?: string) =>
  rateOrder(town.as(who), { orderId, level, words })

test('a confirmed order is rated once, by whom it was for or her family; a bad one is put right, and the rater says so', async () => {
  const serving = await servingTown()
  const { town, frameworkId } = serving
  const orderId = await done(serving, serving.providerId)
  town.clock.set(new Date(`${today}T16:00:00+08:00`))
  await expect(rate(town, orderId, 5)).rejects.toEqual(refused('order-not-confirmed'))
  expect(await familyRating(town.as('resident6'), orderId)).toBeNull()
  await confirmedOn(town, orderId)
  for (const who of ['resident2', 'editor1', 'handler', 'clerk'])
    await expect(rate(town, orderId, 5, who), who).rejects.toEqual(refused('not-for-this-person'))
  await expect(rateOrder(town.as(null), { orderId, level: 5 })).rejects.toEqual(refused('sign-in-first'))
  expect(await familyRating(town.as('resident1'), orderId)).toMatchObject({ said: null, fix: null })
  expect(await familyRating(town.as('editor1'), orderId)).toBeNull()
  const words = '水不够热就开始洗了'
  await rate(town, orderId, 2, 'resident6', words)
  await expect(rate(town, orderId, 5, 'resident1')).rejects.toEqual(refused('already-rated'))
  const [given] = await town.db.select().from(orderRatings)
  const orderRatingId = given!.id

  const todo = (await deskOfRating(town.db, town.as('editor1'))).find((i) => i.key === 'rectification.answer')
  expect(todo).toMatchObject({ link: `/desk/orders/ratings/${orderRatingId}`, kind: 'act' })
  expect((await providerRatings(town.as('editor1'), 99)).rated).toMatchObject([
    { id: orderRatingId, level: 2, words, month: '2026-04', fix: 'opened' },
  ])
  for (const who of ['resident6', 'handler'])
    await expect(providerRatings(town.as(who)), who).rejects.toEqual(refused('needs-another-seat'))
  expect(await oneOrderRating(town.as('handler'), orderRatingId)).toMatchObject({ words, answers: false })
  const page = await oneOrderRating(town.as('editor1'), orderRatingId)
  expect(page).toMatchObject({ own: true, answers: true })
  expect(JSON.stringify(page)).not.toMatch(/resident1|resident6/)
  await expect(oneOrderRating(town.as('editor2'), orderRatingId)).rejects.toEqual(refused('not-your-body'))
  await expect(oneOrderRating(town.as('clerk'), orderRatingId)).rejects.toEqual(refused('needs-another-seat'))

  const answer = (who: string) =>
    answerOrderFix(town.as(who), { orderRatingId, answer: '已免费补洗一次，先试水温。' })
  await expect(answer('editor2')).rejects.toEqual(refused('not-your-body'))
  await expect(answer('worker1')).rejects.toEqual(refused('needs-another-seat'))
  const judge = (who: string, judged: 'accept' | 'reopen') =>
    judgeOrderFix(town.as(who), { orderId, judged, words: '还是不够热' })
  await expect(judge('resident6', 'accept')).rejects.toEqual(refused('not-in-this-state'))
  await answer('editor1')
  await expect(answer('editor1')).rejects.toEqual(refused('not-in-this-state'))
  expect((await deskOfRating(town.db, town.as('resident1'))).map((i) => [i.key, i.link])).toEqual([
    ['rectification.judge', `/orders/${orderId}`],
  ])
  for (const who of ['resident2', 'editor1', 'clerk'])
    await expect(judge(who, 'accept'), who).rejects.toEqual(refused('not-for-this-person'))
  const [was] = await town.db.select().from(orderFixes)
  town.clock.set(new Date('2026-04-16T09:00:00+08:00'))
  await judge('resident1', 'reopen')
  const [again] = await town.db.select().from(orderFixes)
  expect([again!.state, again!.dueAt > was!.dueAt]).toEqual(['reopened', true])
  await answer('editor1')
  await judge('resident6', 'accept')
  expect(await familyRating(town.as('resident6'), orderId)).toMatchObject({
    fix: { state: 'accepted_by_rater' },
    judges: false,
  })
  const told = [
    await ratingsOfFramework(town.db, frameworkId, today),
    await frameworkPage(town.as(null), frameworkId),
    await recordOfParty(town.db, 'ORG1', town.clock.now(), today),
    await town.db.select().from(notices),
    await town.db.select().from(journal),
  ]
  expect(JSON.stringify(told)).not.toContain(words)
})

test('an order counts in the weighed score of who served; of fewer than may be shown nothing is told, nor of a body among them', async () => {
  const serving = await servingTown()
  const { town, frameworkId } = serving
  const second = await joined(town, frameworkId, 2)
  const first: string[] = []
  for (let i = 0; i < 4; i += 1) first.push(await done(serving, serving.providerId))
  const other = await done(serving, second.id, 2)
  town.clock.set(new Date(`${today}T16:00:00+08:00`))
  for (const id of first) await confirmedOn(town, id)
  await confirmedOn(town, other, 2)
  for (const id of first) await rate(town, id, 5)
  const before = await ratingsOfFramework(town.db, frameworkId, today)
  expect(before).toMatchObject({ mean: null, summary: { count: 4, weighed: null, spread: null } })
  await rate(town, other, 3)
  const after = await ratingsOfFramework(town.db, frameworkId, today)
  expect(after).toMatchObject({ mean: 4.6, summary: { count: 5, spread: [0, 0, 1, 0, 4] } })
  expect(Object.values(after.bodies).map((b) => b.weighed)).toEqual([null, null])
  expect((await priorNow(town.db, today)).mean).toBeCloseTo(3.8)
  const { ratings } = await recordOfParty(town.db, 'ORG1', town.clock.now(), today)
  expect(ratings).toMatchObject({ ofOrders: 4, summary: { count: 4, weighed: null } })
  const { bodies } = await listRecords(town.db, today)
  expect(bodies.find((b) => b.id === 'ORG2')!.rating.count).toBe(1)
  await town.transact((tx) =>
    tx.update(orderRatings).set({ supplierId: 'ORG1' }).where(eq(orderRatings.orderId, other)),
  )
  const one = await ratingsOfFramework(town.db, frameworkId, today)
  const { summary } = (await recordOfParty(town.db, 'ORG1', town.clock.now(), today)).ratings
  expect(one.bodies.ORG1).toEqual(summary)
  expect(summary.weighed!.score).toBeGreaterThan(1)

  const day = 86_400_000
  const now = town.clock.now()
  const [like] = await town.db.select().from(orders).where(eq(orders.id, first[0]!))
  await town.transact(async (tx) => {
    await tx.update(orderRatings).set({ givenAt: new Date(now.getTime() - 60 * day) })
    await tx.update(orders).set({ providerId: serving.providerId })
    for (let i = 0; i < 8; i += 1) {
      const orderId = `late-${i}`
      await tx.insert(orders).values({ ...like!, id: orderId, refNo: orderId })
      const of = { orderId, frameworkId, supplierId: 'ORG1', givenBy: 'resident6' }
      await tx.insert(orderRatings).values({ ...of, level: 1, words: '等了一上午没有人来', givenAt: now })
    }
  })
  const { alarms } = await readAlarms(town.as('auditor'))
  expect(alarms.map((a) => [a.kind, a.about, a.figures])).toEqual([
    ['drift', ['高龄老人居家服务'], { was: 4.6, now: 1, before: 5, after: 8 }],
  ])
})

test('what too few said of contracts cannot be taken from what many said of orders, nor the other way', () => {
  const of = (contracts: number, orders: number) => {
    const { levels, ofOrders } = together(Array(contracts).fill(1), Array(orders).fill(5), 5)
    return [levels.length, ofOrders]
  }
  expect([of(0, 9), of(4, 9), of(5, 9)]).toEqual([
    [9, 9],
    [9, 9],
    [14, 9],
  ])
  expect([of(9, 0), of(9, 4), of(3, 4)]).toEqual([
    [9, 0],
    [9, 0],
    [7, 4],
  ])
})

test('the form of an order takes five levels and a few words, nothing else', () => {
  for (const level of ['0', '6', '2.5', '', 'x'])
    expect(orderRatingForm.safeParse({ level }).success, level).toBe(false)
  expect(orderRatingForm.safeParse({ level: '3', words: 'x'.repeat(501) }).success).toBe(false)
  expect(orderRatingForm.safeParse({ level: '3', photo: 'x' }).success).toBe(false)
  expect(orderRatingForm.parse({ level: '3' })).toEqual({ level: 3 })
})
