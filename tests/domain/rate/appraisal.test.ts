import fc from 'fast-check'
import { expect, test } from 'vitest'
import { announceRound } from '#domain/ask/vote/announce-round.ts'
import { changeRound } from '#domain/ask/vote/draft-round.ts'
import { slateOf } from '#domain/ask/vote/find-round.ts'
import { loadRoll } from '#domain/ask/vote/load-roll.ts'
import { printSlips } from '#domain/ask/vote/print-slips.ts'
import { sealRound } from '#domain/ask/vote/seal-round.ts'
import { voidRound } from '#domain/ask/vote/void-round.ts'
import { appraisalForm, draftAppraisal } from '#domain/rate/appraisal/draft-appraisal.ts'
import {
  appraisalDesk,
  appraisalsOfParty,
  appraisalsOfWork,
  lastAppraisal,
  publicAppraisals,
} from '#domain/rate/appraisal/read-appraisals.ts'
import { shareOf } from '#domain/rate/appraisal/share.ts'
import { running } from '#tests/support/contract.ts'
import { paidPart, signedWork } from '#tests/support/minor.ts'
import { passGate } from '#tests/support/payment.ts'
import { acceptedNeeds, castBy, closing, openBox, opening, rollOf, roundInput } from '#tests/support/vote.ts'
import { type Town, world } from '#tests/support/world.ts'

const refused = (reason: string) => expect.objectContaining({ reason })
const day = '2026-03-20'
const asked = {
  ...{ year: 2026, name: '年度评议：勾选您满意的项目', electorate: '本社区居民' },
  ...{ unit: 'household' as const, opensOn: '2026-03-10', closesOn: '2026-03-12' },
}
async function delivered(town: Town) {
  const contract = await running(town)
  await passGate(town, contract.milestones[1]!.id)
  return contract
}
/** 民生微实事 by ORG2, a part of which was accepted and paid; the clock stands where it stood. */
async function builtWork(town: Town) {
  const now = town.clock.now()
  const workId = await signedWork(town)
  await paidPart(town, workId, 0)
  town.clock.set(now)
  return workId
}
/** Slips handed out, so many of the first voters satisfied with all, the next with the second alone, the twelfth with none. */
async function voted(town: Town, id: string, voters: number, satisfied: number) {
  await loadRoll(town.as('clerk'), { roundId: id, roll: rollOf(voters) })
  const slips = await printSlips(town.as('clerk'), { roundId: id })
  await sealRound(town.as('director'), { roundId: id })
  town.clock.set(new Date(opening.getTime() + 3_600_000))
  const needIds = (await slateOf(town.db, id)).map(({ choice }) => choice)
  for (let voter = 0; voter < voters; voter++)
    await castBy(town, { id, slips, needIds }, voter, voter < satisfied ? [0, 1, 2] : voter < 11 ? [1] : [])
  town.clock.set(closing)
  await openBox(town, id)
}

test('what was delivered in a year is asked about once, and stands in the record and before who plans', async () => {
  const town = await world()
  await expect(draftAppraisal(town.as('clerk'), asked)).rejects.toEqual(refused('appraisal-nothing'))
  const one = await delivered(town)
  const other = await delivered(town)
  await running(town)
  const workId = await builtWork(town)
  expect((await appraisalDesk(town.as('clerk'), '2025')).delivered).toEqual([])
  await expect(draftAppraisal(town.as('director'), asked)).rejects.toEqual(refused('needs-another-seat'))
  await expect(draftAppraisal(town.as('clerk2'), asked)).rejects.toEqual(refused('appraisal-nothing'))
  const { id } = await draftAppraisal(town.as('clerk'), asked)
  expect(await slateOf(town.db, id)).toHaveLength(3)
  await expect(draftAppraisal(town.as('clerk'), asked)).rejects.toEqual(refused('appraisal-already'))
  const change = changeRound(town.as('clerk'), { id, ...roundInput(await acceptedNeeds(town, [9000])) })
  await expect(change).rejects.toEqual(refused('round-of-an-appraisal'))
  await voted(town, id, 12, 9)
  expect((await publicAppraisals(town.db, day)).results).toEqual([])
  await announceRound(town.as('director'), { roundId: id })
  const { results } = await publicAppraisals(town.db, day)
  expect(results).toMatchObject([{ year: 2026, ballots: 12 }])
  const [first, second, third] = results[0]!.projects
  expect([first!.id, second!.id].sort()).toEqual([one.id, other.id].sort())
  expect(third).toMatchObject({ id: workId, supplierId: 'ORG2' })
  expect(results[0]!.projects.map((p) => p.said?.votes)).toEqual([9, 11, 9])
  const ofWork = (await appraisalsOfWork(town.db, workId, day)).map((r) => [r.year, r.projects])
  expect([ofWork, await appraisalsOfWork(town.db, 'none', day)]).toEqual([[[2026, [third]]], []])
  const told = async (n: number) => (await appraisalsOfParty(town.db, `ORG${n}`, day)).map((r) => r.projects)
  expect([await told(1), await told(2), await told(3)]).toEqual([[[first, second]], [[third]], []])
  expect((await lastAppraisal(town.db, 'C1', day))?.id).toBe(results[0]!.id)
  expect([await lastAppraisal(town.db, 'C2', day), await lastAppraisal(town.db, null, day)]).toEqual([
    null,
    null,
  ])
})

test('under ten ballots no share is told; a void one may be begun again', async () => {
  const town = await world()
  await delivered(town)
  const { id } = await draftAppraisal(town.as('clerk'), asked)
  await voidRound(town.as('director'), { roundId: id, reason: '名册有误，重新发起' })
  const { id: again } = await draftAppraisal(town.as('clerk'), asked)
  expect((await appraisalDesk(town.as('clerk'), 'x')).begun).toHaveLength(2)
  await loadRoll(town.as('clerk'), { roundId: again, roll: rollOf(4) })
  const slips = await printSlips(town.as('clerk'), { roundId: again })
  await sealRound(town.as('director'), { roundId: again })
  town.clock.set(new Date(opening.getTime() + 3_600_000))
  const needIds = (await slateOf(town.db, again)).map(({ choice }) => choice)
  await castBy(town, { id: again, slips, needIds }, 0, [0])
  town.clock.set(closing)
  await openBox(town, again)
  await announceRound(town.as('director'), { roundId: again })
  const { results } = await publicAppraisals(town.db, day)
  expect(results).toMatchObject([{ ballots: 1, projects: [{ said: null }] }])
})

test('a share lies in its range, and more ballots narrow it', () =>
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(500), (ballots, some) => {
      const votes = Math.min(some, ballots)
      const [was, more] = [shareOf(votes, ballots), shareOf(votes * 4, ballots * 4)]
      expect(was.low).toBeLessThanOrEqual(was.share)
      expect(was.share).toBeLessThanOrEqual(was.high + 1e-12)
      expect(more.high - more.low).toBeLessThan(was.high - was.low)
    }),
    { numRuns: 100 },
  ))

test('an appraisal names its year and days that follow each other', () => {
  expect(appraisalForm.safeParse(asked).success).toBe(true)
  expect(appraisalForm.safeParse({ ...asked, year: '去年' }).success).toBe(false)
  expect(appraisalForm.safeParse({ ...asked, closesOn: '2026-03-01' }).success).toBe(false)
})
