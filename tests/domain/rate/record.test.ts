import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { milestones } from '#db/schema/index.ts'
import { yuan } from '#domain/money.ts'
import { enterRating } from '#domain/rate/rating/give-rating.ts'
import { listRecords } from '#domain/rate/record/list-records.ts'
import { recordOfParty, timelinessOf } from '#domain/rate/record/record-of-party.ts'
import { running, served } from '#tests/support/contract.ts'
import { paid } from '#tests/support/payment.ts'
import { type Town, world } from '#tests/support/world.ts'

const day = '2026-03-02'
const recordOf = (town: Town, id: string) => recordOfParty(town.db, id, town.clock.now(), day)

test('a record is the count of facts: projects, money, ratings with their number', async () => {
  const town = await world()
  const contract = await running(town)
  await paid(town, contract.milestones[0]!.id)
  for (const [i, serviceUserId] of (await served(town, contract.id, 5)).entries())
    await enterRating(town.as('clerk'), {
      contractId: contract.id,
      serviceUserId,
      channel: 'paper',
      level: i ? 5 : 2,
    })
  expect(await recordOf(town, 'ORG1')).toMatchObject({
    contracted: yuan(80_000),
    received: yuan(40_000),
    terminated: 0,
    timeliness: { inTime: 0, of: 0, late: 0 },
    ratings: { summary: { count: 5, mean: 4.4 }, fixes: { open: 1, all: 1 } },
    projects: [{ planId: contract.planId, paid: yuan(40_000) }],
  })
  const { bodies: all } = await listRecords(town.db, day)
  expect(all.find((o) => o.id === 'ORG1')).toMatchObject({ projects: 1, rating: { count: 5, mean: 4.4 } })
  expect(all.some((o) => o.id === 'S1')).toBe(false)
})

test('an office has no such record', async () => {
  const town = await world()
  await expect(recordOf(town, 'S1')).rejects.toMatchObject({ kind: 'missing', reason: 'org-missing' })
})

test('on the contract’s date is in time, the second after is late, unclaimed and overdue is late', () => {
  const part = (claimedAt: string | null) => ({
    gate: 'midterm' as const,
    dueOn: '2026-03-02',
    claimedAt: claimedAt ? new Date(claimedAt) : null,
  })
  const now = new Date('2026-03-03T00:00:00+08:00')
  expect(timelinessOf([part('2026-03-02T23:59:59+08:00')], now)).toEqual({ inTime: 1, of: 1, late: 0 })
  expect(timelinessOf([part('2026-03-03T00:00:00+08:00')], now)).toEqual({ inTime: 0, of: 1, late: 1 })
  expect(timelinessOf([part(null)], now)).toEqual({ inTime: 0, of: 1, late: 1 })
  expect(timelinessOf([part(null)], new Date('2026-03-02T23:59:59+08:00'))).toEqual({
    inTime: 0,
    of: 0,
    late: 0,
  })
})

test('a milestone claimed late stands against its record', async () => {
  const town = await world()
  const contract = await running(town)
  const id = contract.milestones[1]!.id
  await town.transact((tx) =>
    tx
      .update(milestones)
      .set({ dueOn: '2026-03-01', claimedAt: town.clock.now() })
      .where(eq(milestones.id, id)),
  )
  expect((await recordOf(town, 'ORG1')).timeliness).toEqual({ inTime: 0, of: 1, late: 1 })
})
