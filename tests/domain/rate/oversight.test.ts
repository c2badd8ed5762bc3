import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { kinships, notices, payments } from '#db/schema/index.ts'
import { yuan } from '#domain/money.ts'
import { deskOfOversight } from '#domain/rate/oversight/desk.ts'
import { answerForm, ruleForm } from '#domain/rate/oversight/forms.ts'
import { matterOf, mattersOf } from '#domain/rate/oversight/matters.ts'
import { oneOversight, oversightPage, publicOversights } from '#domain/rate/oversight/oversight-page.ts'
import { raiseOversight } from '#domain/rate/oversight/raise-oversight.ts'
import {
  answerOversight,
  escalateOversight,
  ruleOversight,
  settleOversight,
} from '#domain/rate/oversight/take-oversight.ts'
import { around } from '#tests/support/around.ts'
import { running } from '#tests/support/contract.ts'
import { calledWork, paidPart, signedWork, workWords } from '#tests/support/minor.ts'
import { paid } from '#tests/support/payment.ts'
import { type Town, world } from '#tests/support/world.ts'

const refused = (reason: string) => expect.objectContaining({ reason })
const words = '合同里的探访次数比居民要求的少一半'
const answer = '居民代表会议同意过每两周一次，会议记录已公开'
const escalation = '会议记录里没有这一项，答复不属实'

async function raised(town: Town) {
  const contract = await running(town)
  const matter = { matter: 'contract', matterId: contract.id, words } as const
  return { contract, matter, ...(await raiseOversight(town.as('supervisor'), matter)) }
}
const keys = async (town: Town, who: string) =>
  (await deskOfOversight(town.db, town.as(who))).map((i) => i.key)

test('the supervision committee sees what was bought and paid by contract and by works, of its community alone', async () => {
  const town = await world()
  const contract = await running(town)
  await paid(town, contract.milestones[0]!.id)
  const seen = await oversightPage(town.as('supervisor'), 'payment')
  const [payment] = await town.db.select().from(payments)
  expect(seen.matters.map((m) => [m.id, m.amount])).toEqual([[payment!.id, payment!.amount]])
  const ids = async (kind: string, page = 1) =>
    (await oversightPage(town.as('supervisor'), kind, page)).matters.map((m) => m.id)
  expect(await ids('nonsense')).toEqual([contract.id])
  const workId = await calledWork(town)
  expect((await ids('contract')).sort()).toEqual([contract.id, workId].sort())
  expect(await ids('contract', 9)).toHaveLength(2)
  expect(await matterOf(town.db, 'C2', 'contract', workId)).toBeNull()
  expect(await matterOf(town.db, 'C1', 'payment', workId)).toBeNull()
  for (const kind of ['contract', 'payment', 'need', 'resolution', 'round', 'book'] as const)
    expect(await mattersOf(town.db, 'C2', kind)).toEqual([])
  await expect(oversightPage(town.as('grid'), null)).rejects.toEqual(refused('needs-another-seat'))
  await expect(oversightPage(town.as('resident1'), null)).rejects.toEqual(refused('needs-another-seat'))
})

test('a part of works that was paid is objected to, and the district rules where the street bought', async () => {
  const town = await world()
  const workId = await signedWork(town)
  await paidPart(town, workId, 0)
  const [paidFor, ...more] = await mattersOf(town.db, 'C1', 'payment')
  expect(more).toEqual([])
  expect(paidFor).toMatchObject({ amount: yuan(14_400), href: `/minor-works/${workId}`, buyerId: 'S1' })
  const supervisor = town.as('supervisor')
  const raise = { matter: 'payment', matterId: paidFor!.id, words } as const
  const { id } = await raiseOversight(supervisor, raise)
  await answerOversight(town.as('director'), { id, answer: `${answer}13944440004` })
  await escalateOversight(supervisor, { id, escalation })
  expect(await keys(town, 'dApprover')).toEqual(['oversight.rule'])
  const [first] = (await publicOversights(town.db)).objections
  expect(first!.matterTitle).toContain(workWords.title)
  expect(first).toMatchObject({ answer: `${answer}***`, escalation })
})

test('an objection is raised once at a time, by who supervises, on a matter of his community', async () => {
  const town = await world()
  const { matter, contract } = await raised(town)
  await expect(raiseOversight(town.as('supervisor'), matter)).rejects.toEqual(
    refused('oversight-already-open'),
  )
  await expect(raiseOversight(town.as('clerk'), matter)).rejects.toEqual(refused('needs-another-seat'))
  const elsewhere = raiseOversight(town.as('supervisor'), { ...matter, matterId: 'nowhere' })
  await expect(elsewhere).rejects.toEqual(refused('oversight-not-here'))
  expect(contract.id).toBe(matter.matterId)
})

test('it is answered within ten working days, to the last second, and then rests or goes further', async () => {
  const town = await world()
  const { id } = await raised(town)
  const early = escalateOversight(town.as('supervisor'), { id, escalation })
  await expect(early).rejects.toEqual(refused('oversight-answer-runs'))
  expect(await keys(town, 'supervisor')).toEqual(['oversight.wait'])
  await expect(answerOversight(town.as('director2'), { id, answer })).rejects.toEqual(
    refused('not-your-body'),
  )
  await expect(answerOversight(town.as('clerk'), { id, answer })).rejects.toEqual(
    refused('needs-another-seat'),
  )
  const due = new Date('2026-03-17T00:00:00+08:00')
  expect(await around(town, { who: 'director', key: 'oversight.answer', due })).toEqual([
    'in time',
    'late',
    'late',
  ])
  await answerOversight(town.as('director'), { id, answer })
  expect(await keys(town, 'supervisor')).toEqual(['oversight.judge'])
  await expect(settleOversight(town.as('director'), { id })).rejects.toEqual(refused('needs-another-seat'))
  await settleOversight(town.as('supervisor'), { id })
  expect([await keys(town, 'supervisor'), await keys(town, 'director')]).toEqual([[], []])
  const after = escalateOversight(town.as('supervisor'), { id, escalation })
  await expect(after).rejects.toEqual(refused('not-in-this-state'))
})

test('what the street itself bought is ruled on by the district, and everybody reads how', async () => {
  const town = await world()
  const { id } = await raised(town)
  town.clock.set(new Date('2026-03-17T00:00:00+08:00'))
  expect(await keys(town, 'supervisor')).toEqual(['oversight.escalate'])
  await escalateOversight(town.as('supervisor'), { id, escalation: '到期没有答复，请区里处理' })
  const rule = { id, upheld: 'yes' as const, ruling: '异议成立，居委会一个月内补足探访次数' }
  await expect(ruleOversight(town.as('approver'), rule)).rejects.toEqual(refused('not-your-body'))
  await expect(ruleOversight(town.as('dHandler'), rule)).rejects.toEqual(refused('needs-another-seat'))
  expect(await keys(town, 'dApprover')).toEqual(['oversight.rule'])
  expect((await oneOversight(town.as('dApprover'), id)).may).toMatchObject({ rule: true, answer: false })
  await ruleOversight(town.as('dApprover'), rule)
  const { objections } = await publicOversights(town.db)
  expect(objections).toMatchObject([{ state: 'ruled', upheld: true, ruling: rule.ruling, words }])
  expect(JSON.stringify(objections)).not.toContain('supervisor')
  const told = await town.db.select().from(notices).where(eq(notices.message, 'oversight-ruled'))
  expect(told.map((n) => n.role).sort()).toEqual(['committee_director', 'supervision_member'])
})

test('kin of the committee do not supervise it', async () => {
  const town = await world()
  const contract = await running(town)
  const tie = { personId: 'supervisor', agentId: 'director', relation: 'child', consent: 'paper' }
  await town.transact((tx) =>
    tx
      .insert(kinships)
      .values({ ...tie, communityId: 'C1', writtenBy: 'station', writtenAt: town.clock.now() }),
  )
  const raise = raiseOversight(town.as('supervisor'), { matter: 'contract', matterId: contract.id, words })
  await expect(raise).rejects.toEqual(refused('kin-of-committee'))
  expect((await oversightPage(town.as('supervisor'), null)).raises).toBe(false)
})

test('empty words are no answer, and a ruling says whether it holds', () => {
  expect(answerForm.safeParse({ answer: '   好的   ' }).success).toBe(false)
  expect(ruleForm.safeParse({ ruling: escalation }).success).toBe(false)
  expect(ruleForm.safeParse({ ruling: escalation, upheld: 'maybe' }).success).toBe(false)
  expect(ruleForm.safeParse({ ruling: escalation, upheld: 'no' }).success).toBe(true)
})
