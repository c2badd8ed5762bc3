import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { orders } from '#db/schema/index.ts'
import { acceptOrder, confirmOrder, finishOrder } from '#domain/buy/framework/carry-order.ts'
import { yuan } from '#domain/money.ts'
import { readConcentration } from '#domain/rate/record/concentration.ts'
import { joined, mother, openFramework, orderedBy } from '#tests/support/framework.ts'
import { signedWork } from '#tests/support/minor.ts'
import { world } from '#tests/support/world.ts'

test('the street’s money is counted whichever way it went: works signed, orders that residents confirmed', async () => {
  const town = await world()
  const { id: frameworkId } = await openFramework(town)
  await mother(town)
  const provider = await joined(town, frameworkId, 1)
  const ids: string[] = []
  for (let n = 0; n < 3; n++) {
    const { id: orderId } = await orderedBy(town, frameworkId, provider.id)
    ids.push(orderId)
    await acceptOrder(town.as('editor1'), { orderId })
    await finishOrder(town.as('editor1'), { orderId, doneOn: '2026-04-07' })
    if (n < 2) await confirmOrder(town.as('resident6'), { orderId })
  }
  const [only] = await readConcentration(town.db)
  expect(only).toMatchObject({
    year: 2026,
    buyerId: 'S1',
    buyer: '梧桐里街道办事处',
    total: yuan(160),
    contracts: 1,
  })
  await signedWork(town, new Date('2026-04-20T17:00:00+08:00'))
  const [both] = await readConcentration(town.db, 2026)
  expect(both!.shares.map((s) => [s.partyId, s.amount])).toEqual([
    ['ORG2', yuan(48_000.01)],
    ['ORG1', yuan(160)],
  ])
  // Confirmed in the first hour of the new year in Shanghai, still the old one in Greenwich.
  const closedAt = new Date('2027-01-01T00:30:00+08:00')
  await town.transact((tx) => tx.update(orders).set({ closedAt }).where(eq(orders.id, ids[0]!)))
  const years = await readConcentration(town.db)
  expect(years.map((y) => [y.year, y.total])).toEqual([
    [2027, yuan(80)],
    [2026, yuan(48_080.01)],
  ])
})
