import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkMilestone } from '#domain/deliver/milestone/check-milestone.ts'
import { claimMilestone } from '#domain/deliver/milestone/claim-milestone.ts'
import { deskOfMilestone } from '#domain/deliver/milestone/desk.ts'
import { readingsOf } from '#domain/deliver/milestone/find-milestone.ts'
import { returnMilestone } from '#domain/deliver/milestone/return-milestone.ts'
import { trailOfMilestone } from '#domain/deliver/milestone/trail.ts'
import { attained, withheldOf } from '#domain/deliver/milestone/withheld.ts'
import { fen } from '#domain/money.ts'
import { checked, claimed, milestoneNow, running, served } from '#tests/support/contract.ts'
import { world } from '#tests/support/world.ts'

const refused = (reason: string) => expect.objectContaining({ reason })

test('a claim carries a reading of every indicator and the diary’s own figures', async () => {
  const town = await world()
  const { id, planId, milestones } = await running(town)
  await served(town, id)
  const [, midterm] = milestones
  const half = { milestoneId: midterm!.id, claim: '做了一半', readings: [] }
  await expect(claimMilestone(town.as('editor1'), half)).rejects.toEqual(refused('readings-incomplete'))
  await claimed(town, midterm!.id, id, 0.5)
  expect(await milestoneNow(town, midterm!.id)).toMatchObject({ state: 'claimed', claimedBy: 'editor1' })
  expect((await readingsOf(town.db, midterm!.id)).map((r) => r.value)).toEqual([5, 60])
  expect(await trailOfMilestone(town.db, planId)).toMatchObject([
    { key: 'milestone.claim', params: { entries: 1, people: 6, personTimes: 6 } },
  ])
})

test('milestones are claimed in order, and never the one that publication passed', async () => {
  const town = await world()
  const { id, milestones } = await running(town)
  const [first, , last] = milestones
  await expect(claimed(town, last!.id, id)).rejects.toEqual(refused('milestone-out-of-order'))
  await expect(claimed(town, first!.id, id)).rejects.toEqual(refused('milestone-passed-by-publication'))
})

test('only the supplier claims; only a service centre that is not of the supplier checks', async () => {
  const town = await world()
  const { id, milestones } = await running(town)
  const milestoneId = milestones[1]!.id
  const claim = { milestoneId, claim: '完成', readings: [] }
  await expect(claimMilestone(town.as('editor2'), claim)).rejects.toEqual(refused('not-your-body'))
  await expect(claimMilestone(town.as('worker1'), claim)).rejects.toEqual(refused('needs-another-seat'))
  await expect(checkMilestone(town.as('centre'), { milestoneId, finding: '好' })).rejects.toEqual(
    refused('not-in-this-state'),
  )
  await claimed(town, milestoneId, id)
  await expect(checkMilestone(town.as('handler'), { milestoneId, finding: '好' })).rejects.toEqual(
    refused('needs-another-seat'),
  )
  const both = town.as('centre')
  const seats = [...both.actor.seats, { id: 'x', role: 'org_editor' as const, partyId: 'ORG1' }]
  const tied = { ...both, actor: { ...both.actor, seats } }
  await expect(checkMilestone(tied, { milestoneId, finding: '好' })).rejects.toEqual(
    refused('sod-supplier-judges'),
  )
  await checkMilestone(town.as('centre'), { milestoneId, finding: '抽查属实，问 13977770001' })
  expect(await milestoneNow(town, milestoneId)).toMatchObject({
    state: 'checked',
    checkedBy: 'centre',
    finding: '抽查属实，问 ***',
  })
})

test('a return carries its reason, and the next claim begins clean', async () => {
  const town = await world()
  const { id, milestones } = await running(town)
  const milestoneId = milestones[1]!.id
  await claimed(town, milestoneId, id)
  await returnMilestone(town.as('centre'), { milestoneId, reason: '缺签到表' })
  expect(await milestoneNow(town, milestoneId)).toMatchObject({ state: 'returned', returnReason: '缺签到表' })
  expect(await deskOfMilestone(town.db, town.as('editor1'))).toMatchObject([{ key: 'milestone.reclaim' }])
  await claimed(town, milestoneId, id)
  expect(await milestoneNow(town, milestoneId)).toMatchObject({ state: 'claimed', returnReason: null })
})

test('once checked it is for the acceptance group to say', async () => {
  const town = await world()
  const { id, milestones } = await running(town)
  const milestoneId = milestones[1]!.id
  await checked(town, milestoneId, id)
  await expect(returnMilestone(town.as('centre'), { milestoneId, reason: '再看' })).rejects.toEqual(
    refused('milestone-under-acceptance'),
  )
})

test('desks ask for a claim a month before it is due, and the centre for a check', async () => {
  const town = await world()
  const { id, milestones } = await running(town)
  expect(await deskOfMilestone(town.db, town.as('signer1'))).toEqual([])
  town.clock.set(new Date('2026-08-10T09:00:00+08:00'))
  expect(await deskOfMilestone(town.db, town.as('signer1'))).toMatchObject([{ key: 'milestone.claim' }])
  await claimed(town, milestones[1]!.id, id)
  expect(await deskOfMilestone(town.db, town.as('centre'))).toMatchObject([
    { key: 'milestone.check', kind: 'act' },
  ])
})

test('what is withheld is one percent of the tranche for each percent short of eighty', () => {
  const readings = (share: number) => [{ target: 100, value: 100 * share }]
  expect(
    attained([
      { target: 100, value: 150 },
      { target: 100, value: 50 },
    ]),
  ).toBe(75)
  expect(withheldOf(fen(10_000), readings(0.8), 80)).toBe(0)
  expect(withheldOf(fen(10_000), readings(0.72), 80)).toBe(800)
  expect(withheldOf(fen(10_000), [], 80)).toBe(0)
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1e10 }),
      fc.double({ min: 0, max: 2, noNaN: true }),
      (price, share) => {
        const kept = withheldOf(fen(price), readings(share), 80)
        expect(kept).toBeGreaterThanOrEqual(0)
        expect(kept).toBeLessThanOrEqual(price)
      },
    ),
  )
})
