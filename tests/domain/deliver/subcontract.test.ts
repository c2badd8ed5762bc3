import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { diaryEntries, findings, notices, socialWorkers, subcontracts } from '#db/schema/index.ts'
import { deskOfContract } from '#domain/deliver/contract/desk.ts'
import { findContract } from '#domain/deliver/contract/find-contract.ts'
import { publicContract } from '#domain/deliver/contract/public-contract.ts'
import { contractRoom } from '#domain/deliver/contract/room.ts'
import {
  consentSubcontract,
  declineSubcontract,
} from '#domain/deliver/contract/subcontract/decide-subcontract.ts'
import { onwardForm, subcontractForm } from '#domain/deliver/contract/subcontract/forms.ts'
import { registerOnward } from '#domain/deliver/contract/subcontract/register-onward.ts'
import { requestSubcontract } from '#domain/deliver/contract/subcontract/request-subcontract.ts'
import { subcontractDraft, subcontractPage } from '#domain/deliver/contract/subcontract/subcontract-page.ts'
import { transferSignals } from '#domain/deliver/contract/subcontract/transfer-signals.ts'
import { terminateContract } from '#domain/deliver/contract/terminate-contract.ts'
import { trailOfContract } from '#domain/deliver/contract/trail.ts'
import { addServiceUser } from '#domain/deliver/diary/add-service-user.ts'
import { recordActivity } from '#domain/deliver/diary/record-activity.ts'
import { registerRecovery } from '#domain/deliver/payment/register-recovery.ts'
import { verifyLedger } from '#domain/deliver/payment/verify-ledger.ts'
import { raiseFinding } from '#domain/deliver/supervision/raise-finding.ts'
import { escalateFinding, orderFix } from '#domain/deliver/supervision/take-finding.ts'
import { yuan } from '#domain/money.ts'
import { contractNow, running } from '#tests/support/contract.ts'
import { paid } from '#tests/support/payment.ts'
import { type Town, world } from '#tests/support/world.ts'

const refused = (reason: string) => expect.objectContaining({ reason })
const asked = {
  body: '夕照居家养老服务中心',
  part: '登记服务人数的活动部分',
  indicators: ['PEOPLE'],
  percent: 40,
  reason: '该机构在本社区有活动室',
}
const agreed = { decision: '同意分包，乙方负全部责任' }
const request = (town: Town, contractId: string, more: object = {}, who = 'editor1') =>
  requestSubcontract(town.as(who), { ...asked, contractId, ...more })
const stateOf = async (town: Town, id: string) =>
  (await town.db.select().from(subcontracts).where(eq(subcontracts.id, id)))[0]!

test('a part is given on with the buyer’s consent, and is public from then on', async () => {
  const town = await world()
  const { id, planId } = await running(town)
  const { id: one } = await request(town, id)
  expect(await deskOfContract(town.db, town.as('approver'))).toMatchObject([
    { key: 'subcontract.decide', kind: 'act', link: `/work/${id}/subcontracts/${one}` },
  ])
  expect((await publicContract(town.db, id)).subcontracts).toEqual([])
  const consent = (who: string | null) => consentSubcontract(town.as(who), { subcontractId: one, ...agreed })
  await expect(consent('handler')).rejects.toEqual(refused('needs-another-seat'))
  await expect(consent('dApprover')).rejects.toEqual(refused('not-your-body'))
  await expect(consent('signer1')).rejects.toEqual(refused('needs-another-seat'))
  await expect(consent(null)).rejects.toEqual(refused('sign-in-first'))
  await consent('approver')
  await expect(consent('approver')).rejects.toEqual(refused('not-in-this-state'))
  const [shown] = (await publicContract(town.db, id)).subcontracts
  expect(shown).toMatchObject({ body: asked.body, percent: 40, work: ['服务人数'], state: 'consented' })
  expect(shown!.hash).toMatch(/^[0-9a-f]{64}$/)
  const told = (await trailOfContract(town.db, planId)).find((e) => e.key === 'subcontract.consent')
  expect(told).toMatchObject({ words: asked.part, hash: shown!.hash })
  await expect(subcontractPage(town.as('signer2'), id, one)).rejects.toEqual(refused('not-your-body'))
})

test('never the core, never twice, never the whole, never to oneself or to a barred body', async () => {
  const town = await world()
  const { id } = await running(town)
  await expect(request(town, id, { indicators: ['VISITS'] })).rejects.toMatchObject({
    reason: 'subcontract-core',
    params: { name: '上门探访' },
  })
  for (const [more, reason] of [
    [{ indicators: ['GHOST'] }, 'subcontract-indicator-unknown'],
    [{ body: '没有的机构' }, 'subcontract-body-unknown'],
    [{ body: '青石社区居民委员会' }, 'subcontract-body-unknown'],
    [{ body: '暖邻社会工作服务中心' }, 'subcontract-own-party'],
    [{ body: '52990101MJA10013XG' }, 'subcontract-blocked'],
    [{ percent: 100 }, 'subcontract-whole'],
  ] as const)
    await expect(request(town, id, more), reason).rejects.toEqual(refused(reason))
  await expect(request(town, id, {}, 'editor2')).rejects.toEqual(refused('not-your-body'))
  await expect(request(town, id, {}, 'handler')).rejects.toEqual(refused('needs-another-seat'))
  await expect(subcontractDraft(town.as('worker1'), id)).rejects.toEqual(refused('needs-another-seat'))
  const { id: one } = await request(town, id, { body: ' 52990101mja100025f'.trim() })
  await expect(request(town, id, { body: '小禾苗儿童成长服务中心' })).rejects.toEqual(
    refused('subcontract-part-taken'),
  )
  expect(await subcontractDraft(town.as('editor1'), id)).toMatchObject({
    core: ['上门探访'],
    open: [],
    given: 40,
  })
  await declineSubcontract(town.as('approver'), { subcontractId: one, decision: '理由不充分' })
  expect(await stateOf(town, one)).toMatchObject({ state: 'declined', hash: null })
  expect((await publicContract(town.db, id)).subcontracts).toEqual([])
  await request(town, id, { percent: 99 })
})

test('money passes on only after consent, within the share, each receipt once', async () => {
  const town = await world()
  const { id } = await running(town)
  const { id: one } = await request(town, id)
  const pay = (amount: number, receiptNo: string, more: object = {}, who = 'editor1') =>
    registerOnward(town.as(who), {
      subcontractId: one,
      amount: yuan(amount),
      receiptNo,
      paidOn: '2026-03-02',
      ...more,
    })
  await expect(pay(100, 'A1')).rejects.toEqual(refused('subcontract-not-consented'))
  await consentSubcontract(town.as('approver'), { subcontractId: one, ...agreed })
  await expect(pay(100, 'A1', {}, 'approver')).rejects.toEqual(refused('needs-another-seat'))
  await expect(pay(100, 'A1', { paidOn: '2026-03-03' })).rejects.toEqual(refused('subcontract-paid-on'))
  await expect(pay(100, 'A1', { paidOn: '2026-03-01' })).rejects.toEqual(refused('subcontract-paid-on'))
  await pay(30_000, 'A1')
  await expect(pay(1, 'A1')).rejects.toEqual(refused('subcontract-receipt-twice'))
  await expect(pay(2_000.01, 'A2')).rejects.toEqual(refused('subcontract-over-share'))
  await pay(2_000, 'A2')
  expect((await subcontractPage(town.as('finance'), id, one)).payments.map((p) => p.amount)).toEqual([
    yuan(30_000),
    yuan(2_000),
  ])
})

test('signs of a transfer: shares, who writes the diary, where the money goes', async () => {
  const town = await world()
  const { id, milestones } = await running(town)
  const signs = async () =>
    (await transferSignals(town.db, town.as('centre'), await findContract(town.db, id))).map((s) => [
      s.key,
      s.n,
    ])
  expect(await signs()).toEqual([])
  const { id: one } = await request(town, id, { percent: 50 })
  expect(await signs(), 'asked for is not given').toEqual([])
  await consentSubcontract(town.as('approver'), { subcontractId: one, ...agreed })
  expect(await signs()).toEqual([['share', 50]])
  await paid(town, milestones[0]!.id)
  const onward = { subcontractId: one, amount: yuan(20_000), receiptNo: 'A1', paidOn: '2026-03-02' }
  await registerOnward(town.as('editor1'), onward)
  expect(await signs()).toEqual([
    ['share', 50],
    ['money', 50],
  ])
  const { id: user } = await addServiceUser(town.as('worker1'), {
    contractId: id,
    label: '张阿姨',
    phone: undefined,
  })
  const day = {
    contractId: id,
    kind: 'visit' as const,
    title: '探访',
    words: '一切都好',
    minutes: 60,
    came: [user],
  }
  await recordActivity(town.as('worker1'), { ...day, heldOn: '2026-03-02' })
  expect((await signs()).map(([key]) => key)).toEqual(['share', 'money'])
  await town.transact((tx) =>
    tx.update(socialWorkers).set({ employerId: 'ORG2' }).where(eq(socialWorkers.id, 'worker1')),
  )
  expect(await signs()).toContainEqual(['people', 100])
  await town.transact((tx) => tx.update(diaryEntries).set({ recordedBy: 'editor1' }))
  expect((await signs()).map(([key]) => key)).toEqual(['share', 'money'])
  expect((await contractRoom(town.as('centre'), id)).subcontracts.signals).toHaveLength(2)
  expect(
    (await contractRoom(town.as('editor1'), id)).subcontracts.signals,
    'who is watched is not told',
  ).toEqual([])
  expect((await deskOfContract(town.db, town.as('centre'))).map((i) => i.key)).toEqual(['transfer.look'])
  await raiseFinding(town.as('centre'), { contractId: id, kind: 'transfer', words: '疑似转包' })
  expect(await deskOfContract(town.db, town.as('centre'))).toEqual([])
})

test('a contract ends for transfer only on a finding of it that was reported up, and the money comes back', async () => {
  const town = await world()
  const { id, milestones, lineId } = await running(town)
  await paid(town, milestones[0]!.id)
  const end = () =>
    terminateContract(town.as('approver'), {
      contractId: id,
      cause: 'transfer',
      reason: '经查实，全部服务由第三方提供',
      recovered: null,
      ground: undefined,
    })
  await expect(end()).rejects.toEqual(refused('terminate-needs-transfer-finding'))
  const other = await raiseFinding(town.as('centre'), { contractId: id, words: '签到表缺页' })
  await orderFix(town.as('centre'), { findingId: other.id })
  await escalateFinding(town.as('centre'), { findingId: other.id, closing: '逾期未改' })
  await expect(end(), 'an ordinary finding is none of transfer').rejects.toEqual(
    refused('terminate-needs-transfer-finding'),
  )
  const found = await raiseFinding(town.as('centre'), {
    contractId: id,
    kind: 'transfer',
    words: '现场都是第三方的人',
  })
  await orderFix(town.as('centre'), { findingId: found.id })
  await expect(end(), 'not reported up yet').rejects.toEqual(refused('terminate-needs-transfer-finding'))
  await escalateFinding(town.as('centre'), { findingId: found.id, closing: '查实转包，报街道处理' })
  await end()
  expect(await contractNow(town, id)).toMatchObject({
    state: 'terminated',
    endCause: 'transfer',
    endFindingId: found.id,
    recovered: yuan(40_000),
  })
  const receipt = { contractId: id, amount: yuan(40_000), year: 2026, no: 'JK-9', receivedOn: '2026-03-02' }
  await registerRecovery(town.as('finance'), receipt)
  expect((await publicContract(town.db, id)).recovery).toMatchObject({ out: 0 })
  expect(await verifyLedger(town.db)).toMatchObject({ holds: true })
  const told = await town.db.select().from(notices).where(eq(notices.message, 'transfer-to-report'))
  expect(told).toMatchObject([{ role: 'street_handler', partyId: 'S1' }])
  expect(await town.db.select().from(findings)).toHaveLength(2)
  expect(lineId).toBe('L1')
})

test('the forms refuse half a request', () => {
  const why = (more: object) => subcontractForm.safeParse({ ...asked, ...more }).error?.issues[0]?.message
  expect(subcontractForm.parse({ ...asked, indicators: 'PEOPLE', percent: '40' })).toEqual(asked)
  expect(why({ body: '' })).toBe('form.subcontract.body')
  expect(why({ part: '活动' })).toBe('form.subcontract.part')
  expect(why({ indicators: undefined })).toBe('form.subcontract.indicators')
  for (const percent of ['0', '100', '1.5', '一半', ''])
    expect(why({ percent }), percent).toBe('form.subcontract.percent')
  expect(why({ reason: undefined })).toBe('form.subcontract.reason')
  const paidOn = { amount: '500', receiptNo: 'A1', paidOn: '2026-03-02' }
  expect(onwardForm.parse(paidOn).amount).toBe(50_000)
  for (const amount of ['0', '-5', '很多', ''])
    expect(onwardForm.safeParse({ ...paidOn, amount }).error?.issues[0]?.message).toBe(
      'form.subcontract.amount',
    )
  expect(onwardForm.safeParse({ ...paidOn, paidOn: '2026-02-30' }).success).toBe(false)
})
