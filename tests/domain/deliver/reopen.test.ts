import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { acceptances, indicatorReadings, indicators, milestones, rectifications } from '#db/schema/index.ts'
import { deskOfAcceptance } from '#domain/deliver/acceptance/desk.ts'
import { reopenForm } from '#domain/deliver/acceptance/forms.ts'
import { openAcceptance } from '#domain/deliver/acceptance/open-acceptance.ts'
import { publicAcceptance } from '#domain/deliver/acceptance/public-acceptance.ts'
import { reopenAcceptance } from '#domain/deliver/acceptance/reopen-acceptance.ts'
import { trailOfAcceptance } from '#domain/deliver/acceptance/trail.ts'
import { raiseFinding } from '#domain/deliver/supervision/raise-finding.ts'
import { enterRating } from '#domain/rate/rating/give-rating.ts'
import { answerRectification, judgeRectification } from '#domain/rate/rating/take-rectification.ts'
import { acceptWell } from '#tests/support/acceptance.ts'
import { checked, milestoneNow, needNow, running, served } from '#tests/support/contract.ts'
import { requested } from '#tests/support/payment.ts'
import { type Town, world } from '#tests/support/world.ts'

const refused = (reason: string) => expect.objectContaining({ reason })
const reason = '一位老人反映没有按约上门，整改后仍未改好。'
async function accepted(choice: Parameters<typeof running>[1] = {}) {
  const town = await world()
  const run = await running(town, choice)
  const users = await served(town, run.id)
  const milestoneId = run.milestones[1]!.id
  await checked(town, milestoneId, run.id)
  const { id } = await openAcceptance(town.as('handler'), { milestoneId })
  await acceptWell(town, id)
  return { town, id, milestoneId, contractId: run.id, users, planId: run.planId, needId: run.needId }
}
/** Somebody rates it two of five; what the organisation answers does not content him. */
async function unmended(town: Town, contractId: string, serviceUserId: string) {
  await enterRating(town.as('clerk'), { contractId, serviceUserId, level: 2, channel: 'paper' })
  const [fix] = await town.db.select().from(rectifications)
  const rectificationId = fix!.id
  await answerRectification(town.as('signer1'), { rectificationId, answer: '已补上门两次' })
  await judgeRectification(town.as('clerk'), { rectificationId, judged: 'reopen', words: '还是没来' })
  return rectificationId
}

test('a result is taken back by the centre on a bad rating that was not put right, and accepted anew', async () => {
  const { town, id, milestoneId, contractId, users, planId } = await accepted()
  const reopen = (key: string) => reopenAcceptance(town.as(key), { acceptanceId: id, reason })
  await expect(reopen('centre')).rejects.toEqual(refused('acceptance-no-ground'))
  const told = (await publicAcceptance(town.db, id)).readings
  expect(told.length).toBeGreaterThan(0)
  await unmended(town, contractId, users[0]!)
  expect((await deskOfAcceptance(town.db, town.as('centre'))).map((i) => i.key)).toEqual([
    'acceptance.reopen',
  ])
  await expect(reopen('handler')).rejects.toEqual(refused('needs-another-seat'))
  await expect(reopen('editor1')).rejects.toEqual(refused('needs-another-seat'))
  await reopen('centre')
  expect(await milestoneNow(town, milestoneId)).toMatchObject({
    state: 'returned',
    returnReason: reason,
    acceptedAt: null,
  })
  await expect(requested(town, milestoneId)).rejects.toEqual(refused('gate-not-passed'))
  await expect(reopen('centre')).rejects.toEqual(refused('acceptance-reopened'))
  expect(await deskOfAcceptance(town.db, town.as('centre'))).toEqual([])
  expect((await trailOfAcceptance(town.db, planId)).map((e) => e.key)).toEqual([
    'acceptance.met',
    'acceptance.reopened',
  ])
  await checked(town, milestoneId, contractId)
  const { id: anew } = await openAcceptance(town.as('handler'), { milestoneId })
  await acceptWell(town, anew)
  expect(await milestoneNow(town, milestoneId)).toMatchObject({ state: 'accepted' })
  expect(
    await town.db.select().from(acceptances).where(eq(acceptances.milestoneId, milestoneId)),
  ).toHaveLength(2)
  const lower = { target: told[0]!.target - 1 }
  await town.store.transact((tx) => tx.update(indicators).set(lower).where(eq(indicators.id, told[0]!.id)))
  await town.store.transact((tx) => tx.update(indicatorReadings).set({ value: 0 }))
  for (const one of [id, anew]) expect((await publicAcceptance(town.db, one)).readings).toEqual(told)
})

test('an unanswered bad rating counts once its time is over, an open finding at once', async () => {
  const { town, id, contractId, users } = await accepted()
  await enterRating(town.as('clerk'), { contractId, serviceUserId: users[0]!, level: 1, channel: 'call' })
  const reopen = () => reopenAcceptance(town.as('centre'), { acceptanceId: id, reason })
  town.clock.set(new Date('2026-03-16T23:59:59+08:00'))
  await expect(reopen()).rejects.toEqual(refused('acceptance-no-ground'))
  town.clock.set(new Date('2026-03-17T00:00:00+08:00'))
  await reopen()
  const other = await accepted()
  await raiseFinding(other.town.as('centre'), { contractId: other.contractId, words: '签到代签' })
  await reopenAcceptance(other.town.as('centre'), { acceptanceId: other.id, reason })
})

test('once its money is asked for or later work has begun the result stands, and a fix is ordered instead', async () => {
  const { town, id, milestoneId, contractId, users } = await accepted()
  await unmended(town, contractId, users[0]!)
  const reopen = () => reopenAcceptance(town.as('centre'), { acceptanceId: id, reason })
  await requested(town, milestoneId)
  await expect(reopen()).rejects.toEqual(refused('milestone-money-asked'))
  expect(await deskOfAcceptance(town.db, town.as('centre'))).toEqual([])
  const other = await accepted()
  await unmended(other.town, other.contractId, other.users[0]!)
  await other.town.transact((tx) =>
    tx.update(milestones).set({ state: 'claimed' }).where(eq(milestones.ordinal, 3)),
  )
  await expect(reopenAcceptance(other.town.as('centre'), { acceptanceId: other.id, reason })).rejects.toEqual(
    refused('milestone-gone-on'),
  )
  expect(reopenForm.safeParse({ reason: '不好' }).success).toBe(false)
})

test('the last piece taken back: what was delivered is in purchase again', async () => {
  const { town, id, contractId, users, needId } = await accepted({ template: 'PT-64' })
  expect(await needNow(town, needId)).toMatchObject({ state: 'delivered' })
  await unmended(town, contractId, users[0]!)
  await reopenAcceptance(town.as('centre'), { acceptanceId: id, reason })
  expect(await needNow(town, needId)).toMatchObject({ state: 'in_purchase' })
})
